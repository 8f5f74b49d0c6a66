import Cases
import Refusals
import Services
import Web
import WorkingTime

/// What may be promised on the check page: each promise with what it means, before it is made.
struct PromiseForm {
    let wizard: Wizard
    let choice: PromiseChoice
    let errors: [FieldError]

    /// What is told, before the form.
    var told: HTML {
        "\(each: wizard.commitments, commitment)\(deferral)"
    }

    var fields: [Field] { [commitmentField, deferredField].compactMap(\.self) }

    private func commitment(_ item: ServiceItem) -> HTML {
        guard let terms = item.commitment else { return .empty }
        let saved = item.askedMaterials.filter { terms.replaces.contains($0.id) }.map { "「\($0.name)」" }
        return """
            <section class="card" aria-label="告知承诺"><h2>告知承诺：\(item.name)</h2>
            <p>您可以选择承诺符合下面的条件，不用提交\(saved.joined(separator: "、"))，受理后当场决定；也可以不承诺，提交这些材料。</p>
            <ol>\(each: terms.conditions, { "<li>\($0)</li>" })</ol>
            \(SummaryList([
                .init("事后核查", "\(terms.method)，决定后 \(terms.limit.chinese)内"),
                .init("承诺不实的后果", "\(terms.consequence)"),
            ]).html)</section>
            """
    }

    private var commitmentField: Field? {
        guard !wizard.commitments.isEmpty else { return nil }
        return Field(
            PromiseChoice.commitmentField, "承诺或者证明", .choice,
            isRequired: wizard.missing.contains(where: wizard.mayReplace), value: choice.commitment,
            options: [
                .init(PromiseChoice.promise, "我已阅读告知内容，承诺符合上述条件，愿意承担承诺不实的后果"),
                .init(PromiseChoice.proof, "不承诺，提交证明材料"),
            ], error: errors[PromiseChoice.commitmentField])
    }

    private var deferral: HTML? {
        guard let terms = wizard.item.deferral, !wizard.deferrable.isEmpty else { return nil }
        return Notice(
            "有 \(wizard.deferrable.count) 份次要材料还没有上传",
            "<p>主要材料齐全的，可以先受理。您承诺后补的，请自受理之日起 \(terms.limit.chinese)内补交；\(consequence(terms))</p>"
        ).html
    }

    private func consequence(_ terms: DeferralTerms) -> String {
        terms.decidesBefore ? "部门可以先作出决定，到期没有补齐的会记入本件。" : "补齐以前不会作出准予的决定，到期没有补齐的会记入本件。"
    }

    private var deferredField: Field? {
        guard !wizard.deferrable.isEmpty else { return nil }
        return Field(
            PromiseChoice.deferredField, "容缺受理：我承诺后补", .choices, values: choice.deferred.sorted(),
            options: wizard.deferrable.map { .init($0.id, $0.name) },
            error: errors[PromiseChoice.deferredField])
    }
}
