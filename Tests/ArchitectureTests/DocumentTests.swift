import Foundation
import Testing

@Suite("The documents describe the house as it stands")
struct DocumentTests {
    private static let documents = Checkout.root.appending(path: "docs")

    /// The targets of the manifest, tests aside.
    private static func targets() throws -> [String] {
        let manifest = try Checkout.text(of: Checkout.root.appending(path: "Package.swift"))
        return manifest.matches(of: /(?:floor|systemLibrary|executableTarget)\(\s*(?:name: )?"(\w+)"/)
            .map { String($0.output.1) }
    }

    @Test("every target has a page or a line under docs/modules")
    func targetsAreDescribed() throws {
        let pages = try Checkout.files("md", in: Self.documents.appending(path: "modules"))
            .map(Checkout.text).joined()
        let targets = try Self.targets()
        #expect(targets.count > 20)
        #expect(targets.filter { !pages.contains("`\($0)`") }.isEmpty)
    }

    @Test("every package has its reason in the decisions")
    func packagesHaveReasons() throws {
        let manifest = try Checkout.text(of: Checkout.root.appending(path: "Package.swift"))
        let packages = manifest.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)"/).map { String($0.output.1) }
        let decisions = try Checkout.files("md", in: Self.documents.appending(path: "adr"))
            .map(Checkout.text).joined().lowercased()
        #expect(!packages.isEmpty)
        let unexplained = packages.filter { package in
            !decisions.contains(package.lowercased().replacing(".swift", with: ""))
        }
        #expect(unexplained.isEmpty)
    }

    @Test("every link between documents leads somewhere")
    func linksLead() throws {
        let pages =
            Checkout.files("md", in: Self.documents)
            + ["README.md", "CONTRIBUTING.md"].map { Checkout.root.appending(path: $0) }
        for page in pages {
            // Pictures are taken by the browser tests and need not be there yet.
            for link in try Checkout.text(of: page).matches(of: /(!?)\[[^\]]*\]\(([^)#:\s]+)(?:#[^)]*)?\)/)
            where link.output.1.isEmpty {
                let target = page.deletingLastPathComponent().appending(path: String(link.output.2))
                #expect(
                    FileManager.default.fileExists(atPath: target.path),
                    "\(page.lastPathComponent): \(link.output.2)")
            }
        }
    }

    @Test("every decision is in the list of decisions")
    func decisionsAreListed() throws {
        let folder = Self.documents.appending(path: "adr")
        let list = try Checkout.text(of: folder.appending(path: "README.md"))
        let pages = Checkout.files("md", in: folder).map(\.lastPathComponent).filter { $0 != "README.md" }
        #expect(pages.filter { !list.contains("(\($0))") }.isEmpty)
    }
}
