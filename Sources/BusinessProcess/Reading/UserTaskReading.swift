import XMLTree

extension ProcessReader {
    mutating func userTask(_ element: XMLElement, id: String) -> UserTask {
        let outcomes = outcomes(of: element)
        let organ = laneOf[id]?.organ ?? ""
        let role = laneOf[id]?.role ?? ""
        if let limit = element["limit", in: BPMN.minben], Limit(limit)?.isKnown != true {
            draft.find(
                "时限「\(limit)」应写成「3 working_day」这样，单位是 \(Limit.units.joined(separator: "、"))", at: element)
        }
        return UserTask(
            id: id, name: element.label,
            organ: organ.isEmpty || element["organ", in: BPMN.minben] != nil
                ? required("organ", of: element) : organ,
            role: role.isEmpty || element["role", in: BPMN.minben] != nil
                ? required("role", of: element) : role,
            act: required("act", of: element), outcomes: outcomes, limit: element["limit", in: BPMN.minben])
    }

    private mutating func outcomes(of element: XMLElement) -> [UserTask.Outcome] {
        let written = element.first("extensionElements")?.elements ?? []
        let outcomes = written.filter { $0.localName == "outcome" && $0.namespace == BPMN.minben }
            .map { outcome in
                UserTask.Outcome(
                    code: outcome["code"] ?? "", label: outcome["label"] ?? "",
                    needsOpinion: outcome["needsOpinion"] == "true")
            }
        if outcomes.isEmpty { draft.find("没有写办理结果（minben:outcome）", at: element) }
        if outcomes.contains(where: { $0.code.isEmpty || $0.label.isEmpty }) {
            draft.find("办理结果缺少 code 或 label", at: element)
        }
        if Set(outcomes.map(\.code)).count < outcomes.count { draft.find("办理结果的 code 重复", at: element) }
        return outcomes
    }
}
