//! Serves a folder of static files to browsers on this machine only.

mod files;
mod http;
mod own;

use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use self::http::{Connection, Method, Received};
use self::own::Site;
use super::outcome::{Failure, Outcome};
use super::page_folder::page_folder;

/// The maximum number of connections at a time. A browser opens six.
const MAX_CONNECTIONS: usize = 128;
/// How many ports are tried, starting with the requested one.
const PORTS_TRIED: u16 = 100;

#[derive(clap::Args)]
pub struct Arguments {
    /// The folder to serve: a built page (by default the project's `dist`), or
    /// a folder of GeoJSON files, each of which the page then shows
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The port. If it is in use, the next free one; if it is 0, any free one
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    port: u16,
}

pub fn run(root: &Path, Arguments { folder, port }: &Arguments) -> Outcome {
    let own = folder.as_deref().map(own::data_files).unwrap_or_default();
    let data = folder.as_deref().filter(|_| !own.is_empty());
    let path = page_folder(root, folder.as_deref().filter(|_| own.is_empty()));
    let failed = |path: &Path, error: io::Error| {
        let ours = path.parent() == Some(root) && path.ends_with("dist");
        let hint = if ours { "; run script/build first" } else { "" };
        Failure::Findings(format!("error: {} cannot be served: {error}{hint}", path.display()))
    };
    let mut site = Site::of_page(&path).map_err(|error| failed(&path, error))?;
    if let Some(data) = data {
        site = site.with_data(data).map_err(|error| failed(data, error))?;
    }
    let listener = listen(*port).map_err(Failure::findings)?;
    let taken = listener.local_addr().map_err(Failure::findings)?.port();
    if *port != 0 && taken != *port {
        eprintln!("port {port} is in use; using {taken}");
    }
    let mut out = io::stdout().lock();
    // The server also runs when the output is closed.
    let printed = own
        .iter()
        .try_for_each(|name| {
            writeln!(out, "{name} is at http://127.0.0.1:{taken}/{}", own::query(name))
        })
        .and_then(|()| {
            let shown = data.unwrap_or(&path).display();
            writeln!(out, "{shown} is at http://127.0.0.1:{taken}/ (press Ctrl+C to stop)")
        });
    let _ = printed.and_then(|()| out.flush());
    drop(out);
    serve(&listener, site)
}

/// Listens at the first free port from this one on.
fn listen(port: u16) -> io::Result<TcpListener> {
    let mut tried = port..=port.saturating_add(PORTS_TRIED - 1);
    if port == 0 {
        tried = 0..=0;
    }
    let mut in_use = io::Error::from(ErrorKind::AddrInUse);
    for port in tried {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => in_use = error,
            bound => return bound,
        }
    }
    Err(in_use)
}

/// Gives each connection a thread; a failure of one does not touch the others.
fn serve(listener: &TcpListener, site: Site) -> Outcome {
    let site = Arc::new(site);
    for accepted in listener.incoming() {
        let Ok(stream) = accepted else {
            // Usually out of file handles: some will be freed.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        // Each thread holds one reference, this loop another.
        if Arc::strong_count(&site) > MAX_CONNECTIONS {
            continue;
        }
        let site = Arc::clone(&site);
        let _ = thread::Builder::new().spawn(move || handle(stream, &site));
    }
    Ok(())
}

/// Answers requests until either side closes the connection.
fn handle(stream: TcpStream, site: &Site) -> Option<()> {
    let mut connection = Connection::new(stream).ok()?;
    loop {
        match connection.receive().ok()? {
            Received::Closed => return None,
            Received::Refused(status) => return connection.refuse(status).ok(),
            Received::Request(request) => {
                let answer = site.answer(&request);
                connection
                    .send(answer, request.method == Method::Head, request.close_after)
                    .ok()?;
                if request.close_after {
                    return connection.close().ok();
                }
            }
        }
    }
}
