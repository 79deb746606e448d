//! `GET /api/auth/sessions`

use axum::extract::{OriginalUri, State};
use stint_platform::http::views::SessionView;
use stint_platform::http::{ApiError, ApiQuery, Identity, Listed, PageQuery, Problems};

use crate::App;

/// Where the account is signed in, newest first.
#[utoipa::path(
    get,
    path = "/api/auth/sessions",
    tag = "auth",
    params(PageQuery),
    responses((status = 200, body = Vec<SessionView>), Problems)
)]
pub(crate) async fn list_sessions(
    State(app): State<App>,
    identity: Identity,
    ApiQuery(page): ApiQuery<PageQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<SessionView>, ApiError> {
    let sessions = app
        .edge
        .sessions
        .sessions(identity.owner, &page.checked()?, (app.edge.now)())
        .await?;
    Ok(Listed::new(sessions, &uri, |session| {
        SessionView::new(session, identity.session_id)
    }))
}
