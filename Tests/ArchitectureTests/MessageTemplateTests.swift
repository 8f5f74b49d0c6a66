import Foundation
import Messaging
import Testing

@Suite("The sentences in the list of templates are said by a rule")
struct MessageTemplateTests {
    @Test("each stands in the sources, piece by piece, in one file")
    func saidSomewhere() throws {
        let texts = try Checkout.files("swift", in: Checkout.sources).map { try Checkout.text(of: $0) }
        for template in try HouseTemplates.delivered() {
            let pieces = template.sentence.components(separatedBy: "{}").filter { $0.count > 1 }
            let isSaid = texts.contains { text in pieces.allSatisfy { text.contains($0) } }
            #expect(isSaid, "\(template.key): \(template.sentence)")
        }
    }
}
