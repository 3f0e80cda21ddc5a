// Preloaded into every child: when the channel to the supervisor breaks, the supervisor has died (kill -9), and a child
// that lived on would hold the port and work beside the next one.
process.on('disconnect', () => process.exit(1));
