using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Accuracy of stored forecasts by level, widest first, and by volume, least first: the same figures added up both ways.</summary>
internal static class LevelTables
{
    /// <summary>Both tables; none when there are no figures.</summary>
    public static IReadOnlyList<FigureTable> Of(ImmutableArray<LevelAccuracy> figures) => figures.IsEmpty ? [] :
    [
        Table(
            "forecast-levels",
            new FigureColumn("level", FigureUnit.Code, Name(nameof(ForecastingText.LevelsByLevel))).Of<LevelAccuracy>(LevelOf),
            figures.GroupBy(one => one.Level).OrderBy(group => group.Key).Select(Together)),
        Table(
            "forecast-volumes",
            new FigureColumn("volume", FigureUnit.Text, Name(nameof(ForecastingText.LevelsByVolume))).Of<LevelAccuracy>(VolumeOf),
            figures.GroupBy(one => one.VolumeBand).OrderBy(group => group.Key).Select(Together)),
    ];

    private static FigureTable Table(string view, FigureColumn<LevelAccuracy> group, IEnumerable<LevelAccuracy> rows) => FigureTable.Of(
        view,
        [
            group,
            new FigureColumn("series", FigureUnit.Count, Name(nameof(ForecastingText.LevelsSeries))).Of<LevelAccuracy>(row => row.SeriesCount),
            ForecastTables.Rmse.Of<LevelAccuracy>(row => FigureValue.Number(row.RootMeanSquareError)),
            ForecastTables.Accuracy.Of<LevelAccuracy>(row => FigureValue.Number(row.AccuracyPercent)),
        ],
        rows);

    private static FigureValue LevelOf(LevelAccuracy row) => new CodeFigure(JsonNamingPolicy.CamelCase.ConvertName(row.Level.ToString()), Name(row.Level switch
    {
        JurisdictionLevel.Country => nameof(ForecastingText.LevelCountry),
        JurisdictionLevel.State => nameof(ForecastingText.LevelState),
        JurisdictionLevel.Zone or JurisdictionLevel.Range => nameof(ForecastingText.LevelRange),
        JurisdictionLevel.District => nameof(ForecastingText.LevelDistrict),
        JurisdictionLevel.SubDivision or JurisdictionLevel.Circle => nameof(ForecastingText.LevelCircle),
        _ => nameof(ForecastingText.LevelStation),
    }));

    private static FigureValue VolumeOf(LevelAccuracy row)
    {
        var starts = ForecastCalibration.BandStarts;
        return row.VolumeBand + 1 < starts.Length
            ? Name(nameof(ForecastingText.LevelsVolumeRange), starts[row.VolumeBand], starts[row.VolumeBand + 1])
            : Name(nameof(ForecastingText.LevelsVolumeFrom), starts[^1]);
    }

    private static LevelAccuracy Together<T>(IGrouping<T, LevelAccuracy> group) => group.Aggregate((left, right) => left + right);

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => FanTables.Name(key, arguments);
}
