import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Refusals
import Synchronization
import Testing

@testable import Web

@Suite("The kit")
struct KitTests {
    private func specimen(elder: Bool = false) async throws -> String {
        let text = Box("")
        let route = Route.get("/specimen", .anyone, "样张") { request, _ in
            .page(Specimen(request: request).page)
        }
        try await Installation.test([route]) { client in
            let cookie = elder ? "display=elder" : "a=b"
            try await client.execute(uri: "/specimen?after=1", method: .get, headers: [.cookie: cookie]) {
                text.value = $0.text
            }
        }
        return text.value
    }

    @Test("No id stands twice, and every label, description and summary link leads to one")
    func references() async throws {
        let page = try await specimen()
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        let links = page.matches(of: /(?:for="|href="#)([^"]+)"/).map { String($0.1) }
        let notes = page.matches(of: /aria-describedby="([^"]+)"/).flatMap {
            $0.1.split(separator: " ").map(String.init)
        }
        #expect(links.count > 20 && notes.count > 5)
        #expect(Set(links + notes).subtracting(ids).isEmpty)
    }

    @Test("Every tag that is opened is closed")
    func balance() async throws {
        let void: Set = ["meta", "link", "input", "br", "hr", "img", "rect", "path", "circle"]
        var open: [String] = []
        for tag in try await specimen().matches(of: /<(\/?)([a-z0-9]+)[^>]*?>/) {
            let name = String(tag.2)
            if void.contains(name) || name == "doctype" { continue }
            if tag.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
        }
        #expect(open.isEmpty)
    }

    @Test("Nothing inline, and nothing from another host")
    func ownOnly() async throws {
        let page = try await specimen()
        #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick="))
        #expect(page.matches(of: /<script(?! src="\/assets\/)/).isEmpty)
        #expect(page.matches(of: /(?:src|href)="(?:https?:)?\/\//).isEmpty)
    }

    @Test("An error stands in the summary and at its field in the same words, and marks the field")
    func errors() async throws {
        let page = try await specimen()
        for error in Specimen.errors {
            #expect(page.components(separatedBy: error.sentence.chinese).count == 3)
        }
        #expect(page.contains("aria-invalid=\"true\""))
    }

    @Test("The stylesheet knows every class the kit uses")
    func classes() async throws {
        let page = try await specimen()
        let css = String(buffer: try #require(Asset.all["minben.css"]).plain)
        let used = Set(
            page.matches(of: /class="([^"]+)"/).flatMap { $0.1.split(separator: " ").map(String.init) })
        let unstyled: Set = ["hall", "rest", "cell", "one-button", "anchor", "later", "plain"]
        #expect(used.subtracting(unstyled).filter { !css.contains(".\($0)") }.isEmpty)
    }

    @Test("The specimen can be written to a folder and looked at (MINBEN_SPECIMEN=folder)")
    func look() async throws {
        guard let folder = ProcessInfo.processInfo.environment["MINBEN_SPECIMEN"] else { return }
        let root = URL(filePath: folder)
        for (name, elder) in [("standard", false), ("elder", true)] {
            var page = try await specimen(elder: elder)
            for asset in Asset.all.values {
                try Data(asset.plain.readableBytesView).write(to: root.appending(path: asset.servedName))
            }
            page = page.replacing("/assets/", with: "")
            try Data(page.utf8).write(to: root.appending(path: "\(name).html"))
        }
    }
}

/// A value that a test's closure fills in.
final class Box<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value {
        get { mutex.withLock { $0 } }
        set { mutex.withLock { $0 = newValue } }
    }

    func change(_ body: (inout Value) -> Void) {
        mutex.withLock { value in
            var copy = value
            body(&copy)
            value = copy
        }
    }
}
