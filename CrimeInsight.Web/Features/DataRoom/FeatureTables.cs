using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Which rows of a file would have which features, as tables.</summary>
internal static class FeatureTables
{
    public static FigureTable Counts(FeatureReport report) => FigureTable.Of(
        "feature-counts",
        [
            Column("feature", FigureUnit.Code, nameof(DataRoomText.ColumnFeature)).Of<(string Key, long Rows)>(
                count => new CodeFigure(count.Key, TextKey.Of<DataRoomText>(count.Key))),
            Column("rows", FigureUnit.Count, nameof(DataRoomText.ColumnRows)).Of<(string Key, long Rows)>(count => count.Rows),
        ],
        [
            (nameof(DataRoomText.FeatureWeekend), report.Weekend), (nameof(DataRoomText.FeatureFestival), report.Festival),
            (nameof(DataRoomText.FeatureRepeats), report.Repeats), (nameof(DataRoomText.FeatureNearRepeats), report.NearRepeats),
        ]);

    public static FigureTable Samples(FeatureReport report) => FigureTable.Of(
        "feature-samples",
        [
            Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<FeatureSample>(sample => sample.Row),
            Column("on", FigureUnit.Day, nameof(DataRoomText.FieldOccurredFrom)).Of<FeatureSample>(sample => sample.On),
            Column("weekend", FigureUnit.Code, nameof(DataRoomText.FeatureWeekend)).Of<FeatureSample>(sample => Flag(sample.IsWeekend)),
            Column("holidays", FigureUnit.Text, nameof(DataRoomText.FeatureFestival)).Of<FeatureSample>(
                sample => sample.Festivals.IsEmpty ? FigureValue.Nothing : FigureValue.Text(string.Join(", ", sample.Festivals))),
            Column("daysSincePrevious", FigureUnit.Days, nameof(DataRoomText.FeatureSince)).Of<FeatureSample>(sample => Number(sample.DaysSincePrevious)),
            Column("earlierInStation", FigureUnit.Count, nameof(DataRoomText.FeatureRepeats)).Of<FeatureSample>(sample => Number(sample.EarlierInStation)),
            Column("earlierNearby", FigureUnit.Count, nameof(DataRoomText.FeatureNearRepeats)).Of<FeatureSample>(sample => Number(sample.EarlierNearby)),
        ],
        report.Samples);

    private static FigureColumn Column(string key, FigureUnit unit, string name) => DataRoomTables.Column(key, unit, name);

    private static CodeFigure Flag(bool isSet) =>
        new(isSet ? "yes" : "no", TextKey.Of<DataRoomText>(isSet ? nameof(DataRoomText.Yes) : nameof(DataRoomText.No)));

    private static FigureValue Number(int? value) => value is { } known ? known : FigureValue.Nothing;
}
