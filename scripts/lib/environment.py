"""Writes the env file of a platform: all that scripts and tests need to talk to it."""

import os
import shlex

from cloud import Cloud
from paths import ACCESS_KEY, REGION, SECRET_KEY


def write_environment(cloud: Cloud, outputs: dict[str, str]) -> dict[str, str]:
    """`KEY=value` lines that a shell can source; readable by the owner alone, as it holds the signing keys."""
    instance = cloud.instance
    values = {
        "STINT_URL": instance.page_url,
        "STINT_API_URL": f"{instance.aws_url}/_aws/execute-api/{outputs['ApiId']}/$default",
        "AWS_ENDPOINT_URL": instance.aws_url,
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        **_function_settings(cloud, outputs),
        "QUEUE_TRAINING_DLQ_URL": outputs["TrainingDeadLettersUrl"],
        "QUEUE_UPLOADS_DLQ_URL": outputs["UploadsDeadLettersUrl"],
        "BUCKET_WEB": outputs["WebBucket"],
    }
    values |= {f"FUNCTION_{key.removesuffix('Function').upper()}": value
               for key, value in outputs.items() if key.endswith("Function")}
    fresh = instance.env_file.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text("".join(f"{key}={shlex.quote(value)}\n" for key, value in values.items()))
    os.replace(fresh, instance.env_file)
    return values


def _function_settings(cloud: Cloud, outputs: dict[str, str]) -> dict[str, str]:
    """What the template gives to any function: resource names and settings, under the functions' own names."""
    settings: dict[str, str] = {}
    for key, name in outputs.items():
        if key.endswith("Function"):
            configuration = cloud.client("lambda").get_function_configuration(FunctionName=name)
            settings |= configuration["Environment"]["Variables"]
    settings.pop("RUST_LOG", None)
    return dict(sorted(settings.items()))
