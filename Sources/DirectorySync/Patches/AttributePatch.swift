import Refusals

/// One change of one attribute.
struct AttributePatch {
    let kind: ScimPatch.Kind
    let target: PatchTarget
    let value: ScimValue

    /// - Throws: ``ScimFault``.
    func apply(to members: inout [String: ScimValue]) throws {
        guard let attribute = target.path.attribute else { return }
        let old = members[attribute.name] ?? .null
        if let filter = target.filter {
            members[attribute.name] = try filtered(old, attribute, filter)
        } else if let part = target.part {
            members[attribute.name] = try parted(old, attribute, part)
        } else {
            members[attribute.name] = try whole(old, attribute)
        }
    }

    private func whole(_ old: ScimValue, _ attribute: ScimAttribute) throws -> ScimValue {
        guard kind != .remove else { return try removed(old, attribute) }
        let new = try ScimResourceType.take(value, as: attribute)
        if attribute.isMultiple { return kind == .replace ? new : joined(old, new) }
        guard attribute.kind == .complex, let added = new.object else { return new }
        return .object((old.object ?? [:]).merging(added) { $1 })
    }

    /// Only those that are named, when some are (a widespread directory names leaving members so).
    private func removed(_ old: ScimValue, _ attribute: ScimAttribute) throws -> ScimValue {
        guard !attribute.isRequired else {
            throw ScimFault(.mutability, "属性 \(attribute.name) 是必须的，不能去掉。")
        }
        guard attribute.isMultiple, !value.isUnassigned, let values = old.list else { return .null }
        let named = try ScimResourceType.take(value, as: attribute).list ?? []
        let leaving = Set(named.map(\.compared))
        return .list(values.filter { !leaving.contains($0.compared) })
    }

    /// Whoever is there already is not added twice.
    private func joined(_ old: ScimValue, _ new: ScimValue) -> ScimValue {
        let values = old.list ?? []
        var known = Set(values.map(\.compared))
        return .list(values + (new.list ?? []).filter { known.insert($0.compared).inserted })
    }

    private func parted(
        _ old: ScimValue, _ attribute: ScimAttribute, _ part: ScimAttribute
    ) throws -> ScimValue {
        let new = kind == .remove ? ScimValue.null : try ScimResourceType.take(value, as: part)
        if attribute.isMultiple { return .list((old.list ?? []).map { $0.setting(part.name, new) }) }
        return (old.object == nil ? .object([:]) : old).setting(part.name, new)
    }

    private func filtered(
        _ old: ScimValue, _ attribute: ScimAttribute, _ filter: ScimFilter
    ) throws -> ScimValue {
        let values = old.list ?? [old]
        guard values.contains(where: filter.matches) else {
            throw ScimFault(.noTarget, "没有符合路径中条件的值。")
        }
        if kind == .remove, target.part == nil { return .list(values.filter { !filter.matches($0) }) }
        return .list(
            try values.map { old in
                guard filter.matches(old) else { return old }
                guard let part = target.part else {
                    let new = try ScimResourceType.take(value, parts: attribute.parts, of: attribute.name)
                    return .object((old.object ?? [:]).merging(new.object ?? [:]) { $1 })
                }
                let new = kind == .remove ? ScimValue.null : try ScimResourceType.take(value, as: part)
                return old.setting(part.name, new)
            })
    }
}

extension ScimValue {
    /// An object with a member set, or taken out.
    fileprivate func setting(_ name: String, _ value: ScimValue) -> ScimValue {
        var members = object ?? [:]
        members[name] = value.isUnassigned ? nil : value
        return .object(members)
    }
}
