/// The schemas of what describes the service itself (RFC 7643 §§5–7); all of it is only read.
extension ScimSchema {
    /// Every schema that `/Schemas` shows.
    static let all = [user, enterprise, group, serviceProviderConfig, resourceType, schema]

    private static func text(_ name: String, _ words: String) -> ScimAttribute {
        ScimAttribute(name, .string, words).readOnly
    }

    private static func address(_ name: String, _ words: String) -> ScimAttribute {
        ScimAttribute(name, .reference, words).readOnly.caseExact.with { $0.references = ["external"] }
    }

    private static func flag(_ name: String, _ words: String) -> ScimAttribute {
        ScimAttribute(name, .boolean, words).readOnly
    }

    private static func ability(_ name: String, _ words: String, _ more: [ScimAttribute] = [])
        -> ScimAttribute
    {
        ScimAttribute(name, .complex, words, parts: [flag("supported", "是否支持").required] + more).readOnly
            .required
    }

    private static func count(_ name: String, _ words: String) -> ScimAttribute {
        ScimAttribute(name, .integer, words).readOnly.required
    }

    private static let serviceProviderConfig = ScimSchema(
        id: "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig", name: "ServiceProviderConfig",
        words: "服务支持的功能",
        attributes: [
            address("documentationUri", "说明文件的地址"), ability("patch", "局部修改"),
            ability("bulk", "批量操作", [count("maxOperations", "最多操作数"), count("maxPayloadSize", "最大字节数")]),
            ability("filter", "筛选", [count("maxResults", "一次最多返回的资源数")]),
            ability("changePassword", "修改密码"), ability("sort", "排序"), ability("etag", "版本标记"),
            ScimAttribute(
                "authenticationSchemes", .complex, "认证方式",
                parts: [
                    text("type", "类型").required, text("name", "名称").required,
                    text("description", "说明").required, address("specUri", "标准的地址"),
                    address("documentationUri", "说明文件的地址"),
                ]
            ).many.readOnly.required,
        ])

    private static let resourceType = ScimSchema(
        id: "urn:ietf:params:scim:schemas:core:2.0:ResourceType", name: "ResourceType", words: "资源的类型",
        attributes: [
            text("name", "名称").required, text("description", "说明"),
            ScimAttribute("endpoint", .reference, "相对地址").readOnly.required.with { $0.references = ["uri"] },
            ScimAttribute("schema", .reference, "模式").readOnly.required.caseExact.with {
                $0.references = ["uri"]
            },
            ScimAttribute(
                "schemaExtensions", .complex, "扩展模式",
                parts: [
                    ScimAttribute("schema", .reference, "模式").readOnly.required.caseExact.with {
                        $0.references = ["uri"]
                    },
                    flag("required", "是否必须").required,
                ]
            ).many.readOnly,
        ])

    private static let schema = ScimSchema(
        id: "urn:ietf:params:scim:schemas:core:2.0:Schema", name: "Schema", words: "资源的模式",
        attributes: [
            text("name", "名称").required, text("description", "说明"),
            ScimAttribute(
                "attributes", .complex, "属性",
                parts: characteristics + [
                    ScimAttribute("subAttributes", .complex, "下级属性", parts: characteristics).many.readOnly
                ]
            ).many.readOnly.required,
        ])

    private static let characteristics: [ScimAttribute] = [
        text("name", "名称").required.caseExact, text("type", "类型").required.caseExact,
        flag("multiValued", "是否多值").required, text("description", "说明"), flag("required", "是否必须"),
        text("canonicalValues", "通常的取值").many, flag("caseExact", "是否区分大小写"),
        text("mutability", "谁可以修改").caseExact, text("returned", "何时返回").caseExact,
        text("uniqueness", "在什么范围内唯一").caseExact, text("referenceTypes", "引用的资源类型").many.caseExact,
    ]
}
