import Cases
import Foundation
import FoundationXML
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import TestSupport
import Web
import WorkingTime

@testable import Content

/// What the stories of the office are made of.
enum Samples {
    static let noon = Instant(day: day("2026-11-27"), hour: 12)

    static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .first }

    static func article(_ title: String, body: String = "第一段。\n第二段。") -> Manuscript {
        Manuscript(title: title, summary: "", body: body, source: "区政府办公室", policy: nil, links: [])
    }

    static func policy(_ title: String, links: [DocumentLink] = []) -> Manuscript {
        var manuscript = article(title)
        manuscript.policy = PolicyFacts(
            documentNumber: "端府规〔2026〕1号", indexNumber: "2026-00001", organ: "端州区人民政府",
            issuedOn: day("2026-11-01"), effectiveOn: day("2026-11-10"), expiresOn: nil)
        manuscript.links = links
        return manuscript
    }

    static func edition(_ manuscript: Manuscript = article("标题")) -> Edition {
        Edition(
            id: 1, documentID: 2, columnID: 3, number: 1, caseNumber: "1", manuscript: manuscript,
            revision: 1,
            isLimited: false, author: Edition.Author(accountID: 10, name: "万泽林"), cleared: nil, published: nil
        )
    }

    static func signature(_ account: Int64) -> Edition.Signature {
        Edition.Signature(accountID: account, name: "某人", at: noon)
    }
}

extension TestClientProtocol {
    /// Sends a form, each of its fields by name.
    func press(_ path: String, _ form: [String: String]) async throws -> TestResponse {
        try await press(path, form.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&"))
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let digits = Array("0123456789ABCDEF")
            return isPlain
                ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}

extension String {
    var isWellFormedXML: Bool { XMLParser(data: Data(utf8)).parse() }
}
