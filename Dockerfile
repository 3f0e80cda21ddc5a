FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/cli/package.json apps/cli/
COPY apps/desk/package.json apps/desk/
COPY apps/desk-e2e/package.json apps/desk-e2e/
COPY apps/sealer/package.json apps/sealer/
COPY apps/worker/package.json apps/worker/
COPY libs libs
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# Volumes take the owner of the folder they are mounted on.
RUN mkdir -p /data/api /data/sealer /sealer/keys && chown -R node:node /data /sealer
USER node
ENTRYPOINT ["node"]
CMD ["apps/api/dist/main.js"]
