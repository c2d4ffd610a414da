using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>RMSE and accuracy of the stored forecasts within the place, by level of the police hierarchy and by how many cases there are.</summary>
public sealed partial class LevelsPanel : ScopedPanel<LevelTable>
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IStoredForecastReader Forecasts { get; init; }

    private string Subtitle => Text[nameof(ForecastingText.LevelsSubtitle), Context.Reference.Head(Context.Head.Code)];

    protected override bool IsEmpty(LevelTable value) => value.Groups.IsEmpty;

    protected override async Task<LevelTable> LoadAsync(CancellationToken cancellationToken) =>
        LevelTable.Of(await Forecasts.AccuracyAsync(Context.Place?.Code, Context.Head.Code, Context.Viewer, cancellationToken));

    private string NameOf(LevelGroup kind) => Text[kind == LevelGroup.Level ? nameof(ForecastingText.LevelsByLevel) : nameof(ForecastingText.LevelsByVolume)];

    private string NameOf(LevelGroup kind, LevelAccuracy row)
    {
        if (kind == LevelGroup.Level)
            return LevelName(row.Level);
        var starts = ForecastCalibration.BandStarts;
        return row.VolumeBand + 1 < starts.Length
            ? Text[nameof(ForecastingText.LevelsVolumeRange), Cases(starts[row.VolumeBand]), Cases(starts[row.VolumeBand + 1])]
            : Text[nameof(ForecastingText.LevelsVolumeFrom), Cases(starts[^1])];
    }

    private string LevelName(JurisdictionLevel level) => Text[level switch
    {
        JurisdictionLevel.Country => nameof(ForecastingText.LevelCountry),
        JurisdictionLevel.State => nameof(ForecastingText.LevelState),
        JurisdictionLevel.Zone or JurisdictionLevel.Range => nameof(ForecastingText.LevelRange),
        JurisdictionLevel.District => nameof(ForecastingText.LevelDistrict),
        JurisdictionLevel.SubDivision or JurisdictionLevel.Circle => nameof(ForecastingText.LevelCircle),
        _ => nameof(ForecastingText.LevelStation),
    }];

    private string Cases(double start) => Format.Number(start, start is > 0 and < 1 ? 1 : 0);
}
