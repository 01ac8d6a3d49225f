# One image for every service; the command names which: user_service, product_service, ..., or all.
FROM python:3.13-slim AS packages
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.13-slim
RUN groupadd --gid 10001 shop && useradd --uid 10001 --gid shop --no-create-home --home-dir /shop shop \
    && install --directory --owner=shop --group=shop --mode=700 /data
COPY --from=packages /venv /venv
WORKDIR /shop
COPY . .
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data HOST=0.0.0.0
RUN python -m compileall -q .
USER shop
VOLUME /data
EXPOSE 8000 8001 8002 8003 8004
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["python", "-m", "scripts.healthy"]
ENTRYPOINT ["/shop/deploy/start"]
CMD ["all"]
