import Cases
import Codes
import Refusals
import Services
import Web

/// What a page shows of people's data: numbers, telephones and addresses stay hidden until somebody says what they
/// need them for (个人信息保护法 art. 6: no more than the purpose needs).
enum Disclosure: Sendable, Hashable {
    /// Hidden; with what was wrong about the reason that was given.
    case masked(error: Sentence?)
    /// Shown, for this reason; the journal has it.
    case whole(reason: String)

    /// The longest reason, in characters.
    static let longestReason = 200

    /// What is shown for a reason somebody gives.
    init(asking reason: String) {
        guard !reason.allSatisfy(\.isWhitespace) else { self = .masked(error: "请写明查看的用途。"); return }
        guard reason.count <= Self.longestReason else {
            self = .masked(error: "最多 \(Self.longestReason) 字，请精简。")
            return
        }
        self = .whole(reason: reason)
    }

    var isWhole: Bool { if case .whole = self { true } else { false } }

    /// The kinds of answers that are hidden.
    var masking: Set<FieldKind> { isWhole ? [] : [.identityNumber, .phone, .address] }

    /// What somebody needs the whole of it for.
    var purpose: String? { if case .whole(let reason) = self { reason } else { nil } }

    /// What the journal says of the reading, and how.
    var journal: (action: String, words: String) {
        if case .whole(let reason) = self { return ("case.disclosed", "查看了未遮挡的个人信息，用途：\(reason)") }
        return ("case.read", "查看了办件材料。")
    }
}

/// Where somebody says what they need the whole of it for.
struct DisclosureForm {
    let dossier: Dossier
    let token: CSRFToken

    var html: HTML? {
        guard case .masked(let error) = dossier.disclosure else { return nil }
        let field = Field(
            "purpose", "查看的用途", .text, hint: "例如电话联系申请人、核对身份。申请人可以看到谁在什么时候因为什么查看。", error: error)
        return """
            <details class="more"\(attribute: "open", if: error != nil)><summary>显示完整的个人信息</summary>
            \(Form(
                action: DeskPath.disclosures(of: dossier.number), token: token, fields: [field],
                submit: "显示").html)
            </details>
            """
    }
}
