import Cases
import Codes
import Refusals
import Web

/// An answer as the officer drafts it.
struct AnswerForm: Sendable, Hashable {
    /// Code of the kind of answer.
    var kind = ""
    /// Code of the ground, where something is withheld.
    var ground = ""
    /// What is told, in the officer's words.
    var words = ""
    /// The organ that is responsible, where it is another.
    var organ = ""
    /// Whether the answer goes into the public register.
    var isPublic = true
    /// What the register calls it.
    var publicTitle = ""
    /// What the register says of it.
    var publicWords = ""
    /// What goes out.
    var enclosures: [Enclosure] = []

    init() {}

    init(_ form: FormData) {
        kind = form["kind"] ?? ""
        ground = form["ground"] ?? ""
        words = form["words"] ?? ""
        organ = form["organ_named"] ?? ""
        isPublic = form["is_public"] != "no"
        publicTitle = form["public_title"] ?? ""
        publicWords = form["public_words"] ?? ""
    }

    /// Longest text of the answer, and of its lines, in characters.
    static let longestWords = 6_000
    static let longestParagraph = 2_000
    static let longestPublicWords = 1_000
    static let longestTitle = 100

    /// Everything that is wrong with it, one error each.
    ///
    /// - Parameter subject: the case; its applicant must not be named in the register.
    func errors(for subject: Case, rules: DisclosureRules) -> [FieldError] {
        guard let chosen = rules.kind(kind), chosen.fits(subject) else {
            return [FieldError("kind", "请选择答复的类型。")]
        }
        return substance(chosen) + register(subject)
    }

    private func substance(_ kind: AnswerKind) -> [FieldError] {
        var errors: [FieldError] = []
        if !(kind.grounds ?? []).isEmpty, kind.ground(ground) == nil {
            errors.append(FieldError("ground", "请选择不予公开的理由。"))
        }
        // Reasons are owed wherever something is withheld (art. 36).
        if kind.refuses == true, words.isEmpty { errors.append(FieldError("words", "请写明理由，申请人会看到。")) }
        if kind.namesOrgan == true, organ.isEmpty {
            errors.append(FieldError("organ_named", "请写明负责机关的名称和联系方式。"))
        }
        if kind.encloses == true, enclosures.isEmpty, words.isEmpty {
            errors.append(FieldError("enclosure", "请附上提供的信息，或者在答复里写明。"))
        }
        if kind.redacts == true {
            errors += redaction
        } else if kind.encloses != true, !enclosures.isEmpty {
            errors.append(FieldError("enclosure", "「\(kind.name)」的答复不附信息，请核对答复类型。"))
        }
        let isLong =
            words.count > Self.longestWords
            || words.split(separator: "\n").contains { $0.count > Self.longestParagraph }
        if isLong {
            errors.append(FieldError("words", "每段最多 \(Self.longestParagraph) 字，全文最多 \(Self.longestWords) 字。"))
        }
        if organ.count > Self.longestTitle {
            errors.append(FieldError("organ_named", "最多 \(Self.longestTitle) 字，请精简。"))
        }
        return errors
    }

    /// What is blacked out goes out as another file than the whole one, which stays inside (art. 37).
    private var redaction: [FieldError] {
        guard !enclosures.isEmpty else {
            return [FieldError("enclosure", "部分公开的，请附上遮盖以后的文件。")]
        }
        guard enclosures.allSatisfy({ $0.originalID != nil }) else {
            return [FieldError("original", "请同时附上遮盖以前的原件，原件只留存在本机关。")]
        }
        guard enclosures.allSatisfy({ $0.originalID != $0.fileID }) else {
            return [FieldError("enclosure", "遮盖以后的文件和原件是同一个文件，请核对。")]
        }
        return []
    }

    private func register(_ subject: Case) -> [FieldError] {
        guard isPublic else { return [] }
        guard !publicTitle.isEmpty else { return [FieldError("public_title", "请写明公开时的标题，或者选择不在网上公开。")] }
        var errors: [FieldError] = []
        if publicTitle.count > Self.longestTitle {
            errors.append(FieldError("public_title", "最多 \(Self.longestTitle) 字，请精简。"))
        }
        if publicWords.count > Self.longestPublicWords {
            errors.append(FieldError("public_words", "最多 \(Self.longestPublicWords) 字，请精简。"))
        }
        let names = [subject.applicant.name, subject.applicant.agentName].compactMap(\.self)
        errors += PersonalData.findings(in: publicTitle, names: names).map { FieldError("public_title", $0) }
        errors += PersonalData.findings(in: publicWords, names: names).map { FieldError("public_words", $0) }
        return errors
    }
}

extension AnswerKind {
    /// Whether it answers what was asked.
    func fits(_ subject: Case) -> Bool { (purpose ?? "information") == subject.answer("purpose") }
}
