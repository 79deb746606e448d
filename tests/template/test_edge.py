"""The edge: every route leads to a function that may be called, every answer carries its security headers."""

import unittest

from model import LOGICAL_ID, RESOURCES, of_type

ROUTES = {
    "ANY /api/auth/{proxy+}": "auth",
    "POST /api/ml/v1/datasets/upload": "upload",
    "POST /api/ml/v1/datasets/{id}/complete": "upload",
    "ANY /api/jobs": "jobs",
    "ANY /api/jobs/{proxy+}": "jobs",
    "ANY /api/ml/v1/metrics/{proxy+}": "metrics",
    "POST /api/ml/v1/artifacts/{id}/predict": "predict",
    "GET /api/ml/v1/artifacts/{id}/schema": "predict",
    "ANY /api/{proxy+}": "listing",
}


def directives(policy: str) -> dict[str, list[str]]:
    """The content security policy of a headers policy, by directive."""
    text = RESOURCES[policy]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]["ContentSecurityPolicy"]
    value = text["ContentSecurityPolicy"]
    if isinstance(value, dict):
        value = value["Sub"][0]
    return {words[0]: words[1:] for words in (part.split() for part in value.split(";"))}


class Edge(unittest.TestCase):
    def test_each_route_leads_to_its_function(self):
        integrations = of_type("AWS::ApiGatewayV2::Integration")
        found = {}
        for route in of_type("AWS::ApiGatewayV2::Route").values():
            integration = integrations[route["Target"]["Sub"].removeprefix("integrations/${").removesuffix("}")]
            self.assertEqual(integration["PayloadFormatVersion"], "2.0")
            found[route["RouteKey"]] = integration["IntegrationUri"]["GetAtt"].removesuffix(".Arn")
        self.assertEqual(found, {route: LOGICAL_ID[function] for route, function in ROUTES.items()})

    def test_the_api_may_call_each_function_that_has_a_route(self):
        callable_functions = {permission["FunctionName"]["Ref"] for permission in of_type("AWS::Lambda::Permission").values()}
        self.assertEqual(callable_functions, {LOGICAL_ID[function] for function in ROUTES.values()})
        for permission in of_type("AWS::Lambda::Permission").values():
            self.assertTrue(permission["SourceArn"]["Sub"].endswith(":${Api}/*"))

    def test_the_page_runs_no_inline_code_and_no_inline_style(self):
        policy = directives("PageHeaders")
        self.assertEqual(policy["default-src"], ["'self'"])
        self.assertEqual(policy["script-src"], ["'self'", "'wasm-unsafe-eval'"])
        self.assertEqual(policy["style-src"], ["'self'"])
        self.assertEqual(policy["connect-src"], ["'self'", "${Objects}"])
        self.assertEqual(policy["worker-src"], ["'self'"], "the service worker and the page's workers are files of its own")
        self.assertNotIn("manifest-src", policy, "default-src speaks for it")
        for directive in ("frame-ancestors", "object-src"):
            self.assertEqual(policy[directive], ["'none'"])
        for directive in ("base-uri", "form-action"):
            self.assertEqual(policy[directive], ["'self'"])

    def test_the_documentation_runs_no_inline_code(self):
        self.assertEqual(directives("DocsHeaders")["script-src"], ["'self'"])

    def test_an_api_answer_can_load_nothing(self):
        self.assertEqual(directives("ApiHeaders"), {"default-src": ["'none'"], "frame-ancestors": ["'none'"]})

    def test_every_answer_has_the_security_headers(self):
        for name, policy in of_type("AWS::CloudFront::ResponseHeadersPolicy").items():
            headers = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
            with self.subTest(name):
                self.assertGreaterEqual(headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"], 31536000)
                self.assertIn("ContentTypeOptions", headers)
                self.assertEqual(headers["FrameOptions"]["FrameOption"], "DENY")
                self.assertEqual(headers["ReferrerPolicy"]["ReferrerPolicy"], "same-origin")

    def test_every_behaviour_has_a_headers_policy_and_the_api_is_never_cached(self):
        config = RESOURCES["Cdn"]["Properties"]["DistributionConfig"]
        for behaviour in [config["DefaultCacheBehavior"], *config["CacheBehaviors"]]:
            self.assertIn("ResponseHeadersPolicyId", behaviour)
        [api] = [behaviour for behaviour in config["CacheBehaviors"] if behaviour["TargetOriginId"] == "api"]
        self.assertEqual(api["CachePolicyId"], "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
        self.assertEqual(config["CacheBehaviors"][-1], api, "the documentation's paths come first, they are files")


if __name__ == "__main__":
    unittest.main()
