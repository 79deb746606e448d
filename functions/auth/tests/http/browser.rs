//! The function's router against real tables, used as a browser would: with a cookie jar, an
//! address of its own, and a clock that a test can move.

use std::cell::Cell;
use std::collections::BTreeMap;

use auth::{App, Config};
use axum::Router;
use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, ORIGIN, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use stint_platform::aws;
use stint_platform::domain::Timestamp;
use tower::ServiceExt as _;
use uuid::Uuid;

pub(crate) const PASSWORD: &str = "a rather unusual one";

thread_local! {
    static AHEAD: Cell<i64> = const { Cell::new(0) };
}

/// Lets so many seconds pass for everything in this test.
pub(crate) fn pass(seconds: i64) {
    AHEAD.set(AHEAD.get() + seconds);
}

/// Lets the time pass to just after the next 15-minute mark, where throttles start anew, so that
/// a test does not happen to run across one.
pub(crate) fn start_window() {
    pass(901 - now().unix_seconds().rem_euclid(900));
}

pub(crate) fn now() -> Timestamp {
    stint_platform::clock::now().plus_seconds(AHEAD.get())
}

/// The function with the settings of the environment, and the test's clock.
pub(crate) async fn app() -> App {
    let config = Config::of_process()
        .expect("the variables of a running platform, as ./scripts/test exports them");
    let mut app = App::new(config, &aws::load().await);
    app.edge.now = now;
    app
}

/// Where the page is served from.
pub(crate) fn origin(app: &App) -> String {
    app.edge.origins[0].clone()
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// The status and `code` of a problem.
    pub(crate) fn problem(&self) -> (u16, &str) {
        let code = self.body["code"].as_str().unwrap_or("no problem");
        (self.status.as_u16(), code)
    }

    /// The pointers of all bad values.
    pub(crate) fn pointers(&self) -> Vec<&str> {
        let errors = self.body["errors"].as_array();
        let errors = errors.map(Vec::as_slice).unwrap_or_default();
        errors
            .iter()
            .filter_map(|error| error["pointer"].as_str())
            .collect()
    }

    pub(crate) fn text(&self, field: &str) -> String {
        self.body[field].as_str().unwrap_or_default().to_owned()
    }
}

#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    pub(crate) address: String,
    pub(crate) email: String,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) headers: HeaderMap,
}

impl Browser {
    /// A fresh browser, somewhere, and an e-mail address that nobody has.
    pub(crate) fn new(app: &App) -> Self {
        let [a, b, c, ..] = *Uuid::new_v4().as_bytes();
        let mut headers = HeaderMap::new();
        headers.insert(ORIGIN, origin(app).parse().expect("a header"));
        headers.insert(USER_AGENT, "Test/1.0".parse().expect("a header"));
        Self {
            router: app.clone().router(),
            address: format!("10.{a}.{b}.{c}"),
            email: format!("ada+{}@example.org", Uuid::new_v4()),
            cookies: BTreeMap::new(),
            headers,
        }
    }

    /// A browser whose user has signed up and in.
    pub(crate) async fn signed_in(app: &App) -> Self {
        let mut browser = Self::new(app);
        browser.sign_up().await.expect(201);
        browser.sign_in(PASSWORD).await.expect(200);
        browser
    }

    /// Another browser of the same person, somewhere else.
    pub(crate) fn elsewhere(&self, app: &App) -> Self {
        Self {
            email: self.email.clone(),
            ..Self::new(app)
        }
    }

    /// The same without cookies, but with a token.
    pub(crate) fn script(&self, token: &str) -> Self {
        let mut script = self.clone();
        script.cookies.clear();
        let value = format!("Bearer {token}").parse().expect("a header");
        script.headers.insert(AUTHORIZATION, value);
        script
    }

    pub(crate) async fn sign_up(&mut self) -> Answer {
        let body = json!({"email": self.email, "password": PASSWORD, "full_name": "Ada King"});
        self.post("/api/auth/sign-up", body).await
    }

    pub(crate) async fn sign_in(&mut self, password: &str) -> Answer {
        let body = json!({"email": self.email, "password": password});
        self.post("/api/auth/sign-in", body).await
    }

    pub(crate) async fn me(&mut self) -> Answer {
        self.get("/api/auth/me").await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn delete(&mut self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    pub(crate) async fn send(&mut self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("x-forwarded-for", format!("{}, 130.176.0.1", self.address));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if !self.cookies.is_empty() {
            let pairs = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"));
            request = request.header(COOKIE, pairs.collect::<Vec<_>>().join("; "));
        }
        let request = match body {
            Some(body) => request
                .header(CONTENT_TYPE, "application/json")
                .body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        let Ok(response) = self
            .router
            .clone()
            .oneshot(request.expect("a request"))
            .await;
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for set_cookie in headers.get_all(SET_COOKIE) {
            let text = set_cookie.to_str().expect("a cookie is text");
            let pair = text.split(';').next().expect("a name and a value");
            let (name, value) = pair.split_once('=').expect("a name and a value");
            if text.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
