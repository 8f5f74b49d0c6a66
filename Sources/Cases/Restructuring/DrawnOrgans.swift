import BusinessProcess

extension ProcessDefinition {
    /// The organs its drawing names by their keys; a part such as `lead` is filled by each case and is none.
    public var organs: Set<String> {
        let services = elements.keys.compactMap { serviceTask($0)?.parameters["organ"] }
        let named = userTasks.map(\.organ) + services
        return Set(named.filter { !$0.isEmpty && !CasePlan.isPart($0) && $0 != CaseTask.applicant })
    }
}
