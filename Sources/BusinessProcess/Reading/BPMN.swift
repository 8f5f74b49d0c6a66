/// The names of BPMN 2.0 that are read, and those that may stand in a file without being executed.
enum BPMN {
    /// ISO/IEC 19510, the model.
    static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    /// The diagrams.
    static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"
    /// Our extensions: which organ, role, act, outcomes, clock and service.
    static let minben = "urn:minben:bpmn:1"

    /// Declarations beside the process that change nothing unless a node refers to them.
    static let declarations: Set<String> = [
        "category", "documentation", "dataStore", "error", "escalation", "extension",
        "extensionElements", "import", "interface", "itemDefinition", "message", "relationship",
        "resource", "signal",
    ]
    /// What explains a process to its readers.
    static let annotations: Set<String> = [
        "association", "documentation", "extensionElements", "group", "laneSet", "textAnnotation",
    ]
    /// What tokens move through.
    static let executed: Set<String> = [
        "boundaryEvent", "endEvent", "exclusiveGateway", "parallelGateway", "sequenceFlow",
        "serviceTask", "startEvent", "userTask",
    ]
    /// What every node may contain.
    static let nodeParts: Set<String> = ["documentation", "extensionElements", "incoming", "outgoing"]
}
