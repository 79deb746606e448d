"""Copies the built page into the bucket that the distribution serves."""

import gzip
import hashlib
import mimetypes
from pathlib import Path

from cloud import Cloud
from paths import PAGE
from progress import Failure, step

CONTENT_TYPES = {".wasm": "application/wasm", ".js": "text/javascript", ".mjs": "text/javascript", ".map": "application/json",
                 ".woff2": "font/woff2", ".webmanifest": "application/manifest+json"}


# Too large for CloudFront, which compresses files of up to 10 MB only.
COMPRESSED_HERE = {".wasm"}


def publish_page(cloud: Cloud, bucket: str) -> None:
    """Uploads changed files, removes those that are gone."""
    if not (PAGE / "index.html").is_file():
        raise Failure(f"{PAGE}/index.html is missing; `npm run build` in frontend/ makes it")
    s3 = cloud.client("s3")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    before = {item["Key"]: item["ETag"].strip('"') for page in pages for item in page.get("Contents", [])}
    after = {path.relative_to(PAGE).as_posix(): _digest(_body(path)) for path in sorted(PAGE.rglob("*")) if path.is_file()}
    changed = [key for key, digest in after.items() if before.get(key) != digest]
    gone = [key for key in before if key not in after]
    if not changed and not gone:
        return
    with step("publishing the page") as note:
        for key in changed:
            encoding = {"ContentEncoding": "gzip"} if Path(key).suffix in COMPRESSED_HERE else {}
            s3.put_object(Bucket=bucket, Key=key, Body=_body(PAGE / key), ContentType=_content_type(key),
                          CacheControl=_cache_control(key), **encoding)
        for key in gone:
            s3.delete_object(Bucket=bucket, Key=key)
        note(f"{len(changed)} files changed, {len(gone)} removed")


def _body(path: Path) -> bytes:
    """What is stored of a file; the same file always gives the same bytes."""
    content = path.read_bytes()
    return gzip.compress(content, mtime=0) if path.suffix in COMPRESSED_HERE else content


def _digest(body: bytes) -> str:
    """MD5, because that is what S3 keeps as the ETag; it guards nothing."""
    return hashlib.md5(body, usedforsecurity=False).hexdigest()


def _content_type(key: str) -> str:
    suffix = Path(key).suffix
    return CONTENT_TYPES.get(suffix) or mimetypes.guess_type(key)[0] or "application/octet-stream"


def _cache_control(key: str) -> str:
    """Files in assets/ carry a hash in their name; all others must be asked for again."""
    return "public, max-age=31536000, immutable" if key.startswith("assets/") else "no-cache"
