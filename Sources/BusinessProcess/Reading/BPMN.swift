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
    /// What explains a process to its readers and moves no token.
    static let annotations: Set<String> = [
        "association", "dataObject", "dataObjectReference", "dataStoreReference", "documentation",
        "extensionElements", "group", "laneSet", "property", "textAnnotation",
    ]
    /// What tokens move through.
    static let executed: Set<String> = [
        "boundaryEvent", "businessRuleTask", "callActivity", "endEvent", "eventBasedGateway",
        "exclusiveGateway", "inclusiveGateway", "intermediateCatchEvent", "intermediateThrowEvent",
        "manualTask", "parallelGateway", "receiveTask", "scriptTask", "sendTask", "sequenceFlow",
        "serviceTask", "startEvent", "subProcess", "userTask",
    ]
    /// What every node may contain. Data that is merely drawn goes in and out without effect.
    static let nodeParts: Set<String> = [
        "dataInputAssociation", "dataOutputAssociation", "documentation", "extensionElements", "incoming",
        "ioSpecification", "outgoing", "property",
    ]
    /// How an activity is repeated.
    static let loops: Set<String> = ["multiInstanceLoopCharacteristics", "standardLoopCharacteristics"]
}
