"""Uploads the functions' code under keys made from its content, so that only changed functions change the template."""

import hashlib
import io
import zipfile

from botocore.exceptions import ClientError

from cloud import Cloud
from functions import function_names
from paths import LAMBDA, TEMPLATE
from progress import Failure

CODE_BUCKET = "stint-code"


def packaged_template(cloud: Cloud) -> str:
    """The template with every local CodeUri replaced by the address of the uploaded zip, as `sam package` does."""
    text = TEMPLATE.read_text()
    for name in function_names():
        key = _upload_code(cloud, name)
        text = text.replace(f"CodeUri: target/lambda/{name}\n", f"CodeUri: s3://{CODE_BUCKET}/{key}\n")
    return text


def _upload_code(cloud: Cloud, name: str) -> str:
    bootstrap = LAMBDA / name / "bootstrap"
    if not bootstrap.is_file():
        raise Failure(f"{bootstrap} is missing; it is made by scripts/dev before the deploy")
    code = bootstrap.read_bytes()
    key = f"{name}/{hashlib.sha256(code).hexdigest()}.zip"
    s3 = cloud.client("s3")
    try:
        s3.head_object(Bucket=CODE_BUCKET, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] == "404":
            s3.create_bucket(Bucket=CODE_BUCKET)
            s3.put_object(Bucket=CODE_BUCKET, Key=key, Body=_zip(code))
        else:
            raise
    return key


def _zip(code: bytes) -> bytes:
    """A zip without time stamps: the same code is the same archive. Stored, not deflated: it travels 0 metres."""
    entry = zipfile.ZipInfo("bootstrap", date_time=(1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o755 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, code)
    return buffer.getvalue()
