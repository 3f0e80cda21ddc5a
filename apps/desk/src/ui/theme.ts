import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Mantine draws a dialog's head as <header>, which screen readers would take for a second banner of the page. */
const attributes = { header: { role: 'presentation' } };
const title = { fontWeight: 650, fontSize: '1.15rem' };
const touch = { minHeight: 24, minWidth: 24 };

/** One look for the whole desk; the colours themselves stand in tokens.css. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } },
  },
  colors: {
    ink: ['#e9f3f5', '#d3e5e9', '#aad0d8', '#7fbac6', '#5aa5b4', '#3d8c9c', '#277487', '#1b6272', '#14505c', '#0e3f49'],
  },
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'lg' } },
    Anchor: { defaultProps: { underline: 'always' } },
    CloseButton: { styles: { root: touch } },
    Drawer: {
      styles: { title },
      defaultProps: { attributes, position: 'right', size: 'lg', closeButtonProps: { 'aria-label': 'Close' } },
    },
    Modal: { styles: { title }, defaultProps: { attributes, size: 'lg', closeButtonProps: { 'aria-label': 'Close' } } },
    Paper: { defaultProps: { withBorder: true, p: 'md' } },
    Tooltip: {
      defaultProps: { multiline: true, maw: 320, withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
  },
});

/** Mantine's own greys and reds fall short of 4.5:1 in places; these replace them. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--desk-surface)',
    '--mantine-color-text': 'var(--desk-ink)',
    '--mantine-color-dimmed': 'var(--desk-muted)',
    '--mantine-color-placeholder': 'var(--desk-muted)',
    '--mantine-color-error': 'var(--desk-serious)',
    '--mantine-color-anchor': 'var(--desk-accent)',
    '--mantine-color-gray-4': 'var(--desk-line-strong)',
    '--mantine-color-default': 'var(--desk-surface)',
    '--mantine-color-default-hover': 'var(--desk-sunken)',
    '--mantine-color-default-color': 'var(--desk-ink)',
    '--mantine-color-default-border': 'var(--desk-line-strong)',
    '--mantine-primary-color-light': 'var(--desk-accent-tint)',
    '--mantine-primary-color-light-color': 'var(--desk-accent)',
    '--mantine-color-ink-light': 'var(--desk-accent-tint)',
    '--mantine-color-ink-light-color': 'var(--desk-accent)',
    '--mantine-color-ink-outline': 'var(--desk-accent)',
    '--mantine-color-ink-text': 'var(--desk-accent)',
    '--mantine-color-red-outline': 'var(--desk-serious)',
    '--mantine-color-red-text': 'var(--desk-serious)',
    '--mantine-color-red-light': 'var(--desk-serious-tint)',
    '--mantine-color-red-light-color': 'var(--desk-serious)',
    '--mantine-color-green-light': 'var(--desk-good-tint)',
    '--mantine-color-green-light-color': 'var(--desk-good)',
    '--mantine-color-yellow-light': 'var(--desk-sunken)',
    '--mantine-color-yellow-light-color': 'var(--desk-sensitive)',
  };
  return { variables: {}, light: both, dark: both };
};
