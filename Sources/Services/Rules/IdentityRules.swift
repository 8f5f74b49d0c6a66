extension ServiceItem {
    /// Its names and codes, and the names of others it uses.
    func identityFindings(known: KnownNames) -> [ItemFinding] {
        codeFindings(known: known) + organFindings(known: known) + guideFindings()
            + lifeEvents.filter { !known.lifeEvents.contains($0) }
            .map { finding("life_events", "没有代号为“\($0)”的人生大事") }
    }

    /// Who decides, who is asked, and along which process.
    private func organFindings(known: KnownNames) -> [ItemFinding] {
        var found: [ItemFinding] = []
        for organ in [organ] + coOrgans where !known.organs.contains(organ) {
            found.append(finding("organ", "没有代号为“\(organ)”的机关"))
        }
        if asksColleague != !coOrgans.isEmpty && !isJoint {
            found.append(finding("co_organs", "多部门并联的事项应有一个协办机关，其他事项没有"))
        }
        if coOrgans.contains(organ) { found.append(finding("co_organs", "主办机关不能同时是协办机关")) }
        // What is drawn from a design is published with the item.
        if !isDrawn && !known.processes.contains(process) {
            found.append(finding("process", "没有名为“\(process)”的流程"))
        }
        return found
    }

    /// What a guide cannot do without.
    private func guideFindings() -> [ItemFinding] {
        var found: [ItemFinding] = []
        if audiences.isEmpty { found.append(finding("audiences", "应写明服务对象")) }
        if legalBasis.isEmpty { found.append(finding("legal_basis", "应写明设定依据")) }
        if conditions.isEmpty { found.append(finding("conditions", "应写明申请条件")) }
        for basis in legalBasis where basis.article == nil && basis.basisNote == nil {
            found.append(finding("legal_basis", "《\(basis.law)》应写明条款，未核对的注明待核"))
        }
        return found
    }

    /// Whether the process has a task for a co-organ.
    private var asksColleague: Bool { process == "multi-organ-parallel" }

    /// GB/T 39554.1: 12 digits, the province first, then the type of the item.
    private func codeFindings(known: KnownNames) -> [ItemFinding] {
        if isJoint {
            let isOwn = jointCode?.wholeMatch(of: /YJS[0-9]{9}/) != nil
            return isOwn ? [] : [finding("joint_code", "一件事的编码应为 YJS 加 9 位数字")]
        }
        guard let basicCode, basicCode.wholeMatch(of: /44[0-9]{10}/) != nil else {
            return [finding("basic_code", "基本编码应为以 44 开头的 12 位数字")]
        }
        guard let typeCode, known.itemTypes.contains(typeCode) else {
            return [finding("basic_code", "基本编码第 3、4 位不是已知的事项类型")]
        }
        return []
    }
}
