# One image for web, worker and beat. It holds no secrets and runs without root.
FROM python:3.11-slim-bookworm

# Pango lays papers out; the subsetter keeps PDF files small.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --uid 10001 portal

ENV PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/tmp/cache \
    VAR_DIR=/var/lib/portal

WORKDIR /srv/portal
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY . .

# Hashed static files are a part of the image, so the container's own disk may be read-only.
RUN STATIC_ROOT=/srv/static SECRET_KEY=only-for-collecting VAR_DIR=/tmp/build \
        python manage.py collectstatic --noinput --verbosity 0 \
    && rm -rf /tmp/build \
    && install -d -o portal -g portal "$VAR_DIR"
ENV STATIC_ROOT=/srv/static

USER portal
VOLUME /var/lib/portal
EXPOSE 8000
# The proxy lets go of an idle connection first (deploy/Caddyfile), so no request meets a closed one.
CMD ["gunicorn", "mentoring_portal.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "3", "--threads", "4", "--keep-alive", "75", "--no-control-socket", \
     "--max-requests", "2000", "--max-requests-jitter", "200"]
