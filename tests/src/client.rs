//! A person with a browser: keeps a cookie, sends the page's origin, reads JSON.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::http::{Request, Response};
use ureq::{Agent, Body};

use crate::Platform;

/// HTTP methods that the suites use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub text: String,
}

impl Answer {
    fn of(mut response: Response<Body>) -> Self {
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| {
                (
                    name.as_str().to_owned(),
                    String::from_utf8_lossy(value.as_bytes()).into_owned(),
                )
            })
            .collect();
        let text = response.body_mut().read_to_string().unwrap_or_default();
        Self {
            status: response.status().as_u16(),
            headers,
            text,
        }
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The body as JSON; `null` if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The body as JSON, of an answer that must have this status.
    ///
    /// # Panics
    /// If it has another one.
    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        self.json()
    }

    /// Asserts that this is a problem of this status and code, and returns it.
    ///
    /// # Panics
    /// If it is not.
    #[track_caller]
    pub fn expect_problem(&self, status: u16, code: &str) -> Value {
        let problem = self.expect(status);
        assert_eq!(problem["code"], code, "{}", self.text);
        assert_eq!(
            self.header("content-type"),
            Some("application/problem+json")
        );
        for field in [
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "request_id",
        ] {
            assert!(
                !problem[field].is_null(),
                "a problem without {field}: {}",
                self.text
            );
        }
        problem
    }
}

/// A person with a browser.
#[derive(Clone, Debug)]
pub struct Client {
    platform: Platform,
    agent: Agent,
    /// `name=value`, as it would be sent back.
    pub cookie: Option<String>,
    /// The e-mail the person signed up with.
    pub email: String,
}

/// A password that every throw-away account has.
const PASSWORD: &str = "correct horse battery staple 42";

impl Client {
    /// Somebody without an account.
    pub fn anonymous() -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .max_redirects(0)
            .build()
            .into();
        let email = format!("{}@example.com", uuid::Uuid::new_v4());
        Self {
            platform: Platform::of_environment(),
            agent,
            cookie: None,
            email,
        }
    }

    /// Somebody with a fresh account, signed in.
    ///
    /// # Panics
    /// If that does not work.
    pub fn signed_in() -> Self {
        let mut client = Self::anonymous();
        let account = json!({"email": client.email, "password": PASSWORD, "full_name": "Ada Test"});
        client.post("/api/auth/sign-up", &account).expect(201);
        client.sign_in().expect(200);
        client
    }

    /// Signs in and keeps the cookie.
    pub fn sign_in(&mut self) -> Answer {
        let credentials = json!({"email": self.email, "password": PASSWORD});
        let answer = self.post("/api/auth/sign-in", &credentials);
        if let Some(set) = answer.header("set-cookie") {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        answer
    }

    /// A request with these headers beside cookie and origin.
    ///
    /// # Panics
    /// If no answer comes.
    pub fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method.name())
            .uri(format!("{}{path}", self.platform.url));
        if !headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("origin"))
        {
            request = request.header("origin", &self.platform.url);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, *value);
        }
        let request = request.body(body.to_vec()).expect("a well-formed request");
        Answer::of(
            self.agent
                .run(request)
                .unwrap_or_else(|error| panic!("{path}: {error}")),
        )
    }

    /// GET.
    pub fn get(&self, path: &str) -> Answer {
        self.send(Method::Get, path, &[], b"")
    }

    /// POST with a JSON body.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        let json = [("content-type", "application/json")];
        self.send(Method::Post, path, &json, body.to_string().as_bytes())
    }

    /// PATCH with a JSON body.
    pub fn patch(&self, path: &str, body: &Value) -> Answer {
        let json = [("content-type", "application/json")];
        self.send(Method::Patch, path, &json, body.to_string().as_bytes())
    }

    /// DELETE without a body.
    pub fn delete(&self, path: &str) -> Answer {
        self.send(Method::Delete, path, &[], b"")
    }

    /// Uploads to the address of a ticket as the ticket says.
    ///
    /// # Panics
    /// If no answer comes.
    pub fn put_to(&self, ticket: &Value, body: &[u8]) -> Answer {
        let upload = &ticket["upload"];
        let mut request = Request::builder()
            .method("PUT")
            .uri(upload["url"].as_str().unwrap_or_default());
        for (name, value) in upload["headers"].as_object().into_iter().flatten() {
            request = request.header(name, value.as_str().unwrap_or_default());
        }
        let request = request.body(body.to_vec()).expect("a well-formed request");
        Answer::of(self.agent.run(request).expect("the object store answers"))
    }

    /// Downloads an address that needs no cookie.
    ///
    /// # Panics
    /// If no answer comes.
    pub fn download(&self, url: &str) -> (u16, Vec<u8>) {
        let mut response = self
            .agent
            .get(url)
            .call()
            .expect("the object store answers");
        let bytes = response.body_mut().read_to_vec().unwrap_or_default();
        (response.status().as_u16(), bytes)
    }

    /// Announces a file.
    pub fn announce(&self, filename: &str, content: &[u8]) -> Answer {
        let body = json!({"filename": filename, "size_bytes": content.len()});
        self.post("/api/ml/v1/datasets/upload", &body)
    }

    /// Announces, uploads and completes a file: the answer of `complete`.
    ///
    /// # Panics
    /// If announcing or uploading fails.
    pub fn upload(&self, filename: &str, content: &[u8]) -> Answer {
        let ticket = self.announce(filename, content).expect(201);
        self.put_to(&ticket, content).expect(200);
        let id = ticket["id"].as_str().unwrap_or_default();
        self.post(&format!("/api/ml/v1/datasets/{id}/complete"), &json!({}))
    }

    /// A ready dataset: its id.
    ///
    /// # Panics
    /// If it is not accepted.
    pub fn dataset(&self, filename: &str, content: &[u8]) -> String {
        let dataset = self.upload(filename, content).expect(200);
        assert_eq!(dataset["status"], "READY");
        text(&dataset["id"])
    }

    /// Asks for a training.
    pub fn train(&self, dataset_id: &str, mut parameters: Value) -> Answer {
        parameters["dataset_id"] = json!(dataset_id);
        self.post(
            "/api/jobs",
            &json!({"job_type": "TRAIN", "parameters": parameters}),
        )
    }

    /// Asks for predictions for a dataset.
    pub fn predict(&self, artifact_id: &str, dataset_id: &str) -> Answer {
        let parameters = json!({"artifact_id": artifact_id, "dataset_id": dataset_id});
        self.post(
            "/api/jobs",
            &json!({"job_type": "PREDICT", "parameters": parameters}),
        )
    }

    /// Asks for an analysis of a dataset.
    pub fn analyze(&self, dataset_id: &str, mut parameters: Value) -> Answer {
        parameters["dataset_id"] = json!(dataset_id);
        self.post(
            "/api/jobs",
            &json!({"job_type": "ANALYZE", "parameters": parameters}),
        )
    }

    /// Waits until a job is over: the job.
    ///
    /// # Panics
    /// If it is not over within two minutes.
    pub fn wait(&self, job: &Value) -> Value {
        let path = format!("/api/jobs/{}", text(&job["job_id"]));
        let started = Instant::now();
        loop {
            let job = self.get(&path).expect(200);
            if ["COMPLETED", "FAILED", "CANCELLED"]
                .iter()
                .any(|end| job["status"] == *end)
            {
                return job;
            }
            assert!(started.elapsed() < Duration::from_secs(120), "still {job}");
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// Trains and waits: the completed job.
    ///
    /// # Panics
    /// If it does not complete.
    pub fn trained(&self, dataset_id: &str, parameters: Value) -> Value {
        let job = self.wait(&self.train(dataset_id, parameters).expect(201));
        assert_eq!(job["status"], "COMPLETED", "{job}");
        job
    }
}

/// A JSON text.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
