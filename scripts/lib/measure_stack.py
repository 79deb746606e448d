"""A deployed platform of its own, whose functions nobody but the measurement calls."""

import os
from contextlib import contextmanager

import emulator
from check import fresh_instance
from cloud import Cloud
from deploy import deploy
from environment import write_environment
from functions import build_functions
from measure_proxy import proxy_to


@contextmanager
def measured_stack():
    """The environment for a function, with its AWS calls going through the proxy; and that proxy."""
    build_functions()
    with fresh_instance() as instance:
        emulator.start(instance)
        cloud = Cloud(instance)
        values = write_environment(cloud, deploy(cloud))
        _keep_messages(cloud)
        with proxy_to(instance.aws_url) as proxy:
            yield {"PATH": os.environ["PATH"], **values, "AWS_ENDPOINT_URL": proxy.url}, proxy


def _keep_messages(cloud: Cloud) -> None:
    """Else the deployed functions would take the messages, and their calls would be missing."""
    client = cloud.client("lambda")
    for mapping in client.list_event_source_mappings()["EventSourceMappings"]:
        client.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
