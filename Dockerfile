# One image for every service; the command names which: user_service, product_service, ..., or all.
FROM python:3.13-slim AS packages
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

# The shop as it runs: with the front end built, without its sources. Its types come from the services' own contracts,
# so building it takes their packages; DATA_DIR keeps what they write at their start out of the image.
FROM packages AS shop
WORKDIR /shop
COPY . .
RUN ln -s /venv .venv && DATA_DIR=/tmp/data sh scripts/frontend build \
    && rm -rf .venv web_service/frontend && /venv/bin/python -m compileall -q .

FROM python:3.13-slim
RUN groupadd --gid 10001 shop && useradd --uid 10001 --gid shop --no-create-home --home-dir /shop shop \
    && install --directory --owner=shop --group=shop --mode=700 /data
COPY --from=packages /venv /venv
COPY --from=shop /shop /shop
WORKDIR /shop
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data HOST=0.0.0.0
USER shop
VOLUME /data
EXPOSE 8000 8001 8002 8003 8004
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["python", "-m", "scripts.healthy"]
ENTRYPOINT ["/shop/deploy/start"]
CMD ["all"]
