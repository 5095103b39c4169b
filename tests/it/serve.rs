//! `chronotope serve`: what it serves, what it refuses, and how it handles bad
//! requests.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::chronotope;

/// A folder `site` beside a file that must never be seen, and its server.
struct Server {
    folder: tempfile::TempDir,
    process: Child,
    port: u16,
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, content: &str| write(folder.path(), path, content);
        write("secret.txt", "secret");
        write("site-secret/secret.txt", "secret");
        write("site/.hidden", "secret");
        write("site/index.html", "<p>Home");
        write("site/data/index.html", "<p>Data");
        write("site/empty/x.txt", "x");
        write("site/été 1.txt", "summer");
        for kind in ["wasm", "geojson", "webp", "kml", "csv", "js", "css", "json", "svg", "bin"] {
            write(&format!("site/a.{kind}"), &"x".repeat(1000));
        }
        let (process, port) = run(&folder.path().join("site"), 0);
        Self { folder, process, port }
    }

    /// The whole answer to these bytes.
    fn raw(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // The server may close the connection before everything is sent.
        let _ = stream.write_all(request);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        all
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let request = format!(
            "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{headers}\r\n"
        );
        parse(&self.raw(request.as_bytes()))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A file, with the folders above it.
fn write(folder: &Path, path: &str, content: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn run(folder: &Path, port: u16) -> (Child, u16) {
    let mut process = Command::new(env!("CARGO_BIN_EXE_chronotope"))
        .arg("serve")
        .arg(folder)
        .args(["--port", &port.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://127.0.0.1:").nth(1).unwrap_or_else(|| panic!("{line}"));
    (process, address.split('/').next().unwrap().parse().unwrap())
}

fn parse(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head, body: bytes[end + 4..].to_vec() }
}

#[test]
fn files_come_with_their_type_and_folders_with_their_page() {
    let server = Server::start();
    for (file, kind) in [
        ("a.wasm", "application/wasm"),
        ("a.geojson", "application/geo+json"),
        ("a.webp", "image/webp"),
        ("a.kml", "application/vnd.google-earth.kml+xml"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.svg", "image/svg+xml"),
        ("a.bin", "application/octet-stream"),
        ("index.html", "text/html; charset=utf-8"),
    ] {
        let answer = server.get(&format!("/{file}?query=1"));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{file}");
        let length = answer.body.len().to_string();
        assert_eq!(answer.header("content-length"), Some(length.as_str()));
    }
    assert_eq!(server.get("/").body, b"<p>Home");
    assert_eq!(server.get("/?life=x").body, b"<p>Home");
    assert_eq!(server.get("/data/").body, b"<p>Data");
    assert_eq!(server.get("/%C3%A9t%C3%A9%201.txt").body, b"summer");
    let moved = server.get("/data?life=x");
    assert_eq!((moved.status, moved.header("location")), (301, Some("./data/?life=x")));
    let elsewhere = server.get("//example.org/%2e%2e");
    assert_eq!((elsewhere.status, elsewhere.header("location")), (404, None));
}

#[test]
fn only_the_names_of_this_machine_are_answered_to() {
    // A web site can make its own name resolve to 127.0.0.1 (DNS rebinding); the
    // browser then sends that name as the host.
    let server = Server::start();
    let status = |host: &str| {
        let request = format!("GET /index.html HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
        parse(&server.raw(request.as_bytes())).status
    };
    for host in ["127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080"] {
        assert_eq!(status(&format!("Host: {host}\r\n")), 200, "{host}");
    }
    for host in ["example.org", "example.org:80", "127.0.0.1.example.org", "localhost.", "", "x"] {
        assert_eq!(status(&format!("Host: {host}\r\n")), 421, "{host}");
    }
    assert_eq!(status("Host: localhost\r\nHost: example.org\r\n"), 400);
    assert_eq!(status(""), 400);
}

#[test]
fn a_folder_of_data_is_shown_by_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| write(folder.path(), path, content);
    write("dist/index.html", "<p>Page");
    write("mine/a b.geojson", "{}");
    write("mine/.hidden.json", "{}");
    write("mine/notes.txt", "notes");
    write("secret.json", "secret");
    let mut process = Command::new(env!("CARGO_BIN_EXE_chronotope"))
        .current_dir(folder.path())
        .args(["serve", "mine", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(process.stdout.take().unwrap()).lines();
    let line = out.next().unwrap().unwrap();
    let (head, query) = line.split_once("/?data=").unwrap_or_else(|| panic!("{line}"));
    assert_eq!(query, "own/a%20b%2Egeojson");
    assert!(out.next().unwrap().unwrap().contains("Ctrl+C"), "no other file is data");
    let port = head.rsplit(':').next().unwrap().parse().unwrap();
    let server = Server { folder, process, port };
    assert_eq!(server.get("/").body, b"<p>Page");
    assert_eq!(server.get("/own/a%20b.geojson").body, b"{}");
    for target in ["/own/.hidden.json", "/own/../secret.json", "/own/%2e%2e/secret.json", "/own/"] {
        assert_eq!(server.get(target).status, 404, "{target}");
    }
}

#[test]
fn what_is_not_there_is_said_in_words_and_folders_are_not_listed() {
    let server = Server::start();
    for target in ["/nothing.txt", "/empty/", "/a.json/", "/.hidden", "/%2ehidden", "/%ff"] {
        let answer = server.get(target);
        assert_eq!(answer.status, 404, "{target}");
        let said = String::from_utf8(answer.body).unwrap();
        assert!(said.contains("no such file") && !said.contains("x.txt"), "{said}");
    }
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let server = Server::start();
    let site = server.folder.path().join("site");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("../secret.txt", site.join("link.txt")).unwrap();
        symlink("..", site.join("up")).unwrap();
        symlink(server.folder.path().join("site-secret"), site.join("sibling")).unwrap();
        symlink("data", site.join("inside")).unwrap();
        assert_eq!(server.get("/inside/").body, b"<p>Data", "a link that stays within");
    }
    let absolute = server.folder.path().join("secret.txt").display().to_string();
    let mut targets: Vec<String> = [
        "/../secret.txt",
        "/data/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2e/secret.txt",
        "/.%2e/secret.txt",
        "/..%2fsecret.txt",
        "/data/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/..%00/secret.txt",
        "/../site-secret/secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/....//secret.txt",
        "/link.txt",
        "/up/secret.txt",
        "/sibling/secret.txt",
        "/../../../../../../etc/passwd",
        "../secret.txt",
        "secret.txt",
        "http://x/../secret.txt",
    ]
    .map(str::to_owned)
    .into();
    targets.push(absolute.clone());
    targets.push(format!("/{absolute}"));
    targets.push(absolute.replace('/', "%2f"));
    targets.push(format!("/{}", absolute.replace('/', "%2f")));
    for target in targets {
        let answer = server.get(&target);
        assert!([400, 404].contains(&answer.status), "{target}: {}", answer.head);
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(!body.contains("secret") && !body.contains("root:"), "{target}: {body}");
    }
}

#[test]
fn what_is_known_is_not_sent_again_and_head_sends_no_body() {
    let server = Server::start();
    let whole = server.get("/a.json");
    let tag = whole.header("etag").unwrap().to_owned();
    let head = server.ask("HEAD", "/a.json", "");
    assert_eq!((head.status, head.header("content-length")), (200, Some("1000")));
    assert_eq!(head.header("etag"), Some(tag.as_str()));
    assert!(head.body.is_empty());
    assert!(server.ask("HEAD", "/nothing", "").body.is_empty());

    for tags in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = server.ask("GET", "/a.json", &format!("If-None-Match: {tags}\r\n"));
        assert_eq!(again.status, 304, "{tags}");
        assert!(again.body.is_empty());
        assert_eq!(again.header("etag"), Some(tag.as_str()));
    }
    fs::write(server.folder.path().join("site/a.json"), "changed").unwrap();
    let changed = server.ask("GET", "/a.json", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((changed.status, changed.body.as_slice()), (200, &b"changed"[..]));
}

#[test]
fn only_reading_is_understood() {
    let server = Server::start();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"] {
        let answer = server.ask(method, "/a.json", "Content-Length: 0\r\n");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    // A body cannot be told from a next request, so there must be only one answer.
    let smuggled = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\nGET /a.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let answers = String::from_utf8(server.raw(smuggled)).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 ").count(), 1, "{answers}");
}

#[test]
fn broken_and_boundless_requests_are_refused_and_the_server_goes_on() {
    let server = Server::start();
    let long = |line: &str| format!("GET / HTTP/1.1\r\n{line}").into_bytes();
    for (what, request, status) in [
        ("no HTTP", b"\x16\x03\x01 nonsense\r\n\r\n".to_vec(), 400),
        ("no version", b"GET / HTTP/9.9\r\n\r\n".to_vec(), 400),
        ("an endless line", long(&"a".repeat(40_000)), 431),
        ("an endless value", long(&format!("a: {}", "b".repeat(40_000))), 431),
        ("endless lines", long(&"a: b\r\n".repeat(1000)), 431),
        ("an endless target", format!("GET /{}", "a".repeat(40_000)).into_bytes(), 431),
    ] {
        assert_eq!(parse(&server.raw(&request)).status, status, "{what}");
    }
    // Clients that disconnect in the middle of a request, and before the answer is
    // read.
    for request in ["", "GET / HT", "GET /a.json HTTP/1.1\r\nHost: localhost\r\n\r\n"] {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        drop(stream);
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_connection_serves_many_requests_and_many_connections_are_served() {
    let server = Server::start();
    let one = b"GET /a.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20);
    let last = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let answers = String::from_utf8(server.raw(&[&one[..], last].concat())).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 21);
    assert!(answers.ends_with("<p>Home"));

    // Clients that send nothing do not block others.
    let silent: Vec<TcpStream> =
        (0..40).map(|_| TcpStream::connect(("127.0.0.1", server.port)).unwrap()).collect();
    thread::scope(|scope| {
        for _ in 0..40 {
            scope.spawn(|| {
                for _ in 0..25 {
                    let answer = server.get("/a.geojson");
                    assert_eq!((answer.status, answer.body.len()), (200, 1000));
                }
            });
        }
    });
    drop(silent);
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let first = Server::start();
    let (mut second, port) = run(&first.folder.path().join("site"), first.port);
    let _ = second.kill();
    let _ = second.wait();
    assert!(port > first.port, "{port}");
}

#[test]
fn a_folder_that_is_not_there_is_a_finding() {
    let assert = chronotope(&["serve", "no-such-folder"]).assert().code(1);
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(said.contains("no-such-folder cannot be served"), "{said}");
    chronotope(&["serve", "Cargo.toml"]).assert().code(1);
    chronotope(&["serve", "--port", "70000"]).assert().code(2);
}
