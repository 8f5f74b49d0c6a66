extension ServiceItem {
    /// A material has a name of its own; what the government issues says who issues it.
    func materialFindings() -> [ItemFinding] {
        var found =
            repeats(materials.map(\.id), at: "materials") + repeats(materials.map(\.name), at: "materials")
        for material in materials {
            let path = "materials.\(material.id)"
            if material.source == .government && material.issuer == nil {
                found.append(finding(path, "政府部门核发的材料应写明核发机关"))
            }
            if let waiver = material.waivedBy, waiver != .onlineForm, material.source == .applicant {
                found.append(finding(path, "申请人自备的材料不能由系统核验免交"))
            }
            if material.copies < 1 { found.append(finding(path, "份数至少为 1")) }
            if let licence = material.licence {
                if licence.wholeMatch(of: /[0-9A-Z]{21}/) == nil {
                    found.append(finding(path, "证照类型代码应为 21 位数字和大写字母"))
                }
                if material.waivedBy != nil { found.append(finding(path, "已经免交的材料不用再写证照类型")) }
            }
            if Set(material.neededBy ?? []).isSubset(of: children) == false {
                found.append(finding(path, "needed_by 只能写本件事所含的事项"))
            }
        }
        return found
    }
}
