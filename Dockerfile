# One image for web, worker and beat: docker-compose.yml says which it is to be.

FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements*.txt package.json package-lock.json ./
COPY dev dev
RUN python -m dev assets
COPY . .
# Collecting static files reads the settings, which want every variable; none of these is kept.
RUN SECRET_KEY=unused ESCROW_KEYS=unused \
    DATABASE_URL=postgresql:///unused BROKER_URL=redis://unused ALLOWED_HOSTS=unused \
    SITE_ADDRESS=https://unused EMAIL_HOST=unused MAIL_FROM=unused@unused \
    .venv/bin/python manage.py collectstatic --no-input \
    && rm -rf dev .local/npm .local/node .local/static-build .local/stamps .local/logs

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home casetrack
WORKDIR /app
COPY --from=build /app /app
RUN install -d -o casetrack /files
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 FILES_FOLDER=/files
USER 10001
EXPOSE 8000
CMD ["gunicorn", "casetrack.wsgi", "--bind", "0.0.0.0:8000"]
