/// Names and addresses of the DMN standard.
enum DMN {
    /// The models we read: DMN 1.1, 1.2, 1.3, 1.4 and 1.5 write tables alike.
    static let models: Set<String> = [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
        model, "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ]
    /// DMN 1.3, which is what we write: every editor and engine reads it.
    static let model = "https://www.omg.org/spec/DMN/20191111/MODEL/"
    static let diagram = "https://www.omg.org/spec/DMN/20191111/DMNDI/"
    static let drawing = "http://www.omg.org/spec/DMN/20180521/DC/"
    static let interchange = "http://www.omg.org/spec/DMN/20180521/DI/"
    /// Our own: examples.
    static let minben = "urn:minben:dmn:1"

    /// What a file may hold besides decisions and loses when the table is written back.
    static let ignored: Set<String> = [
        "description", "extensionElements", "itemDefinition", "inputData", "knowledgeSource", "artifact",
        "textAnnotation", "association", "group", "elementCollection", "performanceIndicator",
        "organizationUnit", "DMNDI",
    ]

    /// The FEEL type a `typeRef` stands for; other editions and vendors write some of them otherwise.
    static func type(_ reference: String) -> String {
        let name = reference.split(separator: ":").last.map(String.init) ?? ""
        switch name {
        case "integer", "long", "double", "decimal": return "number"
        case "dateTime": return "date and time"
        case "dayTimeDuration": return "days and time duration"
        case "yearMonthDuration": return "years and months duration"
        case "any": return ""
        case "Any": return ""
        default: return name
        }
    }

    /// How a type is written in DMN 1.3.
    static func reference(_ type: String) -> String {
        switch type {
        case "date and time": "dateTime"
        case "days and time duration": "dayTimeDuration"
        case "years and months duration": "yearMonthDuration"
        default: type
        }
    }
}
