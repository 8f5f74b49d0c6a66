import Codes
import Refusals

/// What a request is checked against.
struct IntakeGround: Sendable {
    let rules: RequestRules
    /// The streets of the district, by code.
    let streets: Set<String>
    /// Keys of the organs there are.
    let organs: Set<String>
    /// Whether we know who speaks.
    let isKnown: Bool
    /// What a protected author must not say of themselves; nothing where nobody is protected.
    var own = OwnWords()
}

extension RequestForm {
    /// Everything that is wrong, one error each.
    func errors(on ground: IntakeGround) -> [FieldError] {
        substance(ground) + name(ground) + group(ground.rules) + lengths
            + ground.own.errors(in: [("title", title), ("content", content), ("place", place)])
    }

    private func substance(_ ground: IntakeGround) -> [FieldError] {
        var errors: [FieldError] = []
        let category = ground.rules.category(category)
        if category == nil { errors.append(FieldError("category", "请选择是哪方面的事。")) }
        if ground.rules.kind(kind) == nil { errors.append(FieldError("kind", "请选择是咨询、求助、投诉、举报还是建议。")) }
        if title.count(where: { !$0.isWhitespace }) < 4 { errors.append(FieldError("title", "请用一句话写明是什么事。")) }
        if content.count(where: { !$0.isWhitespace }) < 4 {
            errors.append(FieldError("content", "请写明具体情况和您的要求。"))
        }
        let needsStreet = category?.organ == RequestCategory.street
        if !division.isEmpty || needsStreet, !ground.streets.contains(division) {
            errors.append(FieldError("division", "请选择在哪个街道。"))
        }
        if !against.isEmpty, !ground.organs.contains(against) {
            errors.append(FieldError("against", "请从列表里选择被反映的单位。"))
        }
        if !point.isEmpty, !isOnMap { errors.append(FieldError("point", "经度在 73 到 136 之间，纬度在 3 到 54 之间。")) }
        return errors
    }

    private var isOnMap: Bool {
        let degrees = point.split(separator: ",").compactMap { Double($0) }
        return degrees.count == 2 && (73...136).contains(degrees[0]) && (3...54).contains(degrees[1])
    }

    /// 信访 is real-name; where the law lets one report without a name, one may.
    private func name(_ ground: IntakeGround) -> [FieldError] {
        guard let category = ground.rules.category(category), !category.allowsAnonymous else { return [] }
        if isAnonymous { return [FieldError("is_anonymous", "「\(category.name)」需要实名反映，答复才能告诉您。")] }
        return ground.isKnown
            ? [] : [FieldError("category", "「\(category.name)」需要实名反映，请先登录，或者拨打 12345。")]
    }

    /// A group speaks through at most five (信访工作条例).
    private func group(_ rules: RequestRules) -> [FieldError] {
        guard count >= 1, count <= 100_000 else { return [FieldError("people", "请填写涉及的人数。")] }
        let most = rules.limits.representatives
        // However many it says it speaks for: more names than people, and more than five, are never right.
        if names.count > most {
            return [FieldError("representatives", "代表不超过 \(most) 人，现在写了 \(names.count) 人。")]
        }
        if names.count > count {
            return [FieldError("people", "代表有 \(names.count) 人，涉及的人数不会更少，请核对。")]
        }
        guard count > most else { return [] }
        // Whoever gives no name names nobody else either.
        if names.isEmpty, isAnonymous { return [] }
        if names.isEmpty {
            return [FieldError("representatives", "\(count) 人共同反映的，请推选代表并写明姓名，不超过 \(most) 人。")]
        }
        return []
    }

    private var lengths: [FieldError] {
        [
            ("title", title, Self.longestTitle), ("content", content, Self.longestContent),
            ("place", place, Self.longestLine), ("representatives", representatives, Self.longestNames),
        ].compactMap { name, text, limit in
            if text.count > limit { return FieldError(name, "最多 \(limit) 字，请精简。") }
            let isBroken = text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" }
            return isBroken ? FieldError(name, "文字中有不能保存的控制字符，请删除后重试。") : nil
        }
    }
}
