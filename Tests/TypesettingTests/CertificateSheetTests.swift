import Foundation
import Testing
import Typesetting

@Suite("Certificates")
struct CertificateSheetTests {
    @Test("more text than a page can hold is refused rather than cut off")
    func overfull() {
        let certificate = Samples.certificate(name: String(repeating: "星湖餐饮管理", count: 2_000))
        #expect(throws: TypesettingError.doesNotFit("证照内容")) { try certificate.sheet() }
    }

    @Test("a verification address that no code can hold is refused")
    func addressTooLong() {
        var certificate = Samples.certificate()
        certificate.verification = Verification(address: String(repeating: "a", count: 3_000))
        #expect(throws: TypesettingError.codeTooLong(bytes: 3_000)) { try certificate.sheet() }
    }

    @Test(
        "every line, the identifier and the remark can be read from the file", .enabled(if: Tool.areInstalled)
    )
    func text() throws {
        let certificate = Samples.certificate()
        let text = try Printout(certificate.sheet(), as: "certificate").text()
        let words =
            certificate.fields.flatMap { [$0.label, $0.value] } + [certificate.identifier, Samples.remark]
        for word in words { #expect(compact(text).contains(compact(word)), "missing: \(word)") }
    }

    @Test(
        "a name of 200 characters stays inside the frame", .enabled(if: Tool.areInstalled),
        arguments: [
            String(repeating: "肇庆端州星湖餐饮管理", count: 20), String(repeating: "W", count: 200),
            String(repeating: "a b ", count: 50),
        ])
    func longName(name: String) throws {
        let certificate = Samples.certificate(name: name)
        let printout = try Printout(certificate.sheet(), as: "certificate-\(name.prefix(2))")
        let edges = try printout.wordEdges()
        #expect(edges.allSatisfy { $0[0] > 38 * 72 / 25.4 - 1 && $0[2] < 259 * 72 / 25.4 + 1 })
        let text = try printout.text()
        #expect(compact(text).filter { name.contains($0) }.count >= compact(name).count)
    }

    @Test("the code leads to the verification page", .enabled(if: Tool.areInstalled))
    func code() throws {
        #expect(
            try Printout(Samples.certificate().sheet(), as: "certificate-code").scanned() == Samples.address)
    }

    @Test("fonts are embedded as subsets", .enabled(if: Tool.areInstalled))
    func fonts() throws {
        let rows = try Printout(Samples.certificate().sheet(), as: "certificate-fonts").fonts()
            .split(separator: "\n").dropFirst(2)
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.contains(#/^[A-Z]{6}\+/#) && $0.contains(#/yes yes/#) })
    }

    private func compact(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
