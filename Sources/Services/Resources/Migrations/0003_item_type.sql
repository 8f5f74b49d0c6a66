-- The types of items (third and fourth digit of a basic code), edited by the district.
CREATE TABLE item_type (
    code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 2),
    name TEXT NOT NULL
);

INSERT INTO item_type (code, name) VALUES
    ('01', '行政许可'), ('02', '行政处罚'), ('03', '行政强制'), ('04', '行政征收'), ('05', '行政给付'),
    ('06', '行政检查'), ('07', '行政确认'), ('08', '行政奖励'), ('09', '行政裁决'), ('10', '其他行政权力'),
    ('20', '公共服务'), ('21', '公共服务');
