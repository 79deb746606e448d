"""The AWS clients of one platform; runs inside .local/venv."""

import functools

from botocore.config import Config
from botocore.session import Session

from paths import ACCESS_KEY, REGION, SECRET_KEY, Instance


class Cloud:
    """Low-level clients against the emulator of one platform."""

    def __init__(self, instance: Instance):
        self.instance = instance
        self._session = Session()

    @functools.cache
    def client(self, service: str):
        return self._session.create_client(
            service,
            region_name=REGION,
            endpoint_url=self.instance.aws_url,
            aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key=SECRET_KEY,
            config=Config(retries={"max_attempts": 1}, read_timeout=120),
        )
