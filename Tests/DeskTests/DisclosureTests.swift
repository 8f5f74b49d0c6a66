import Cases
import Codes
import Refusals
import Services
import Testing

@testable import Desk

@Suite("What a page shows of people's data")
struct DisclosureTests {
    @Test("nothing is shown without a purpose, or with one nobody reads to its end", arguments: ["", " \n"])
    func withoutPurpose(_ reason: String) {
        #expect(Disclosure(asking: reason) == .masked(error: "请写明查看的用途。"))
        let long = String(repeating: "核", count: Disclosure.longestReason + 1)
        #expect(!Disclosure(asking: long).isWhole)
    }

    @Test(
        "hidden are numbers of identity cards, telephones and bank accounts, and addresses, and the reading is told as one of the case"
    )
    func masked() {
        let masked = Disclosure.masked(error: nil)
        #expect(masked.masking == [.identityNumber, .phone, .address, .bankAccount])
        #expect(masked.journal.action == "case.read")
    }

    @Test("with a purpose all is shown, and the journal has the purpose")
    func whole() {
        let whole = Disclosure(asking: "电话联系申请人")
        #expect(whole.masking.isEmpty)
        #expect(whole.journal.action == "case.disclosed")
        #expect(whole.journal.words == "查看了未遮挡的个人信息，用途：电话联系申请人")
    }

    @Test(
        "of an address the beginning is left",
        arguments: [
            ("肇庆市端州区建设三路28号首层", "肇庆市端州区*********"), ("城东街", "城**"), ("", ""),
        ])
    func addresses(_ address: String, _ shown: String) { #expect(Masking.address(address) == shown) }
}
