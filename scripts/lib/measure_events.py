"""The events that AWS hands to the functions."""

import json
import re
import uuid
from urllib.parse import urlsplit

from template import load_template, of_type


def http_event(method: str, address: str, body: bytes = b"", headers: dict[str, str] | None = None,
               cookies: dict[str, str] | None = None) -> dict:
    """A request as API Gateway hands it over, payload format 2.0."""
    path, query = urlsplit(address).path, urlsplit(address).query
    return {
        "version": "2.0", "routeKey": "$default", "rawPath": path, "rawQueryString": query,
        "cookies": [f"{name}={value}" for name, value in (cookies or {}).items()],
        "headers": {"host": "api.example", **(headers or {})},
        "requestContext": {
            "accountId": "000000000000", "apiId": "measured", "domainName": "api.example", "domainPrefix": "api",
            "requestId": str(uuid.uuid4()), "routeKey": "$default", "stage": "$default",
            "time": "01/Jan/2026:00:00:00 +0000", "timeEpoch": 1767225600000,
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7", "userAgent": "measure"},
        },
        **({"body": body.decode()} if body else {}),
        "isBase64Encoded": False,
    }


def queue_event(*bodies: dict) -> dict:
    """Messages as SQS hands them over."""
    return {"Records": [{
        "messageId": str(uuid.uuid4()), "receiptHandle": "measured", "body": json.dumps(body), "attributes": {},
        "messageAttributes": {}, "eventSource": "aws:sqs", "awsRegion": "us-east-1",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:measured",
    } for body in bodies]}


def arrived_object(bucket: str, key: str, size: int) -> dict:
    """What S3 says when an object was created; the body of a message."""
    return {"Records": [{
        "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1", "eventName": "ObjectCreated:Put",
        "eventTime": "2026-01-01T00:00:00.000Z", "userIdentity": {"principalId": "measured"},
        "requestParameters": {"sourceIPAddress": "203.0.113.7"}, "responseElements": {},
        "s3": {"s3SchemaVersion": "1.0", "bucket": {"name": bucket, "arn": f"arn:aws:s3:::{bucket}"},
               "object": {"key": key, "size": size}},
    }]}


class Routes:
    """Which function answers a request, by the routes of the template."""

    def __init__(self):
        self._routes = []
        for properties in of_type(load_template(), "AWS::ApiGatewayV2::Route").values():
            method, path = properties["RouteKey"].split(" ")
            function = re.search(r"\$\{(\w+)Integration\}", properties["Target"]["Sub"]).group(1).lower()
            pattern = re.sub(r"\{\w+\}", "[^/]+", re.sub(r"\{\w+\+\}", ".+", path))
            self._routes.append((path, method, re.compile(pattern), function))

    def function_of(self, method: str, path: str) -> str:
        """The most specific route wins: without a variable, then without a greedy one, then the longest."""
        fitting = [(route, function) for route, allowed, pattern, function in self._routes
                   if allowed in ("ANY", method) and pattern.fullmatch(path)]
        return min(fitting, key=lambda entry: ("{" in entry[0], "+}" in entry[0], -len(entry[0])))[1]
