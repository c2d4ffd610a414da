using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What steps of preparing rows, and what they find, are called.</summary>
internal static class PreparationWords
{
    /// <summary>Those that can be switched off.</summary>
    public static IReadOnlyList<PreparationStep> Switches { get; } = [.. Enum.GetValues<PreparationStep>().Where(step => step != PreparationStep.Forms)];

    public static string NameOf(IStringLocalizer<DataRoomText> text, PreparationStep step) => text[step switch
    {
        PreparationStep.Cleansing => nameof(DataRoomText.PrepareCleansing),
        PreparationStep.Forms => nameof(DataRoomText.PrepareForms),
        PreparationStep.Names => nameof(DataRoomText.PrepareNames),
        PreparationStep.Categories => nameof(DataRoomText.PrepareCategories),
        PreparationStep.Duplicates => nameof(DataRoomText.PrepareDuplicates),
        PreparationStep.Imputation => nameof(DataRoomText.PrepareImputation),
        _ => nameof(DataRoomText.PrepareGeolocation),
    }];

    public static string HintOf(IStringLocalizer<DataRoomText> text, PreparationStep step) => text[step switch
    {
        PreparationStep.Cleansing => nameof(DataRoomText.PrepareCleansingHint),
        PreparationStep.Forms => nameof(DataRoomText.PrepareFormsHint),
        PreparationStep.Names => nameof(DataRoomText.PrepareNamesHint),
        PreparationStep.Categories => nameof(DataRoomText.PrepareCategoriesHint),
        PreparationStep.Duplicates => nameof(DataRoomText.PrepareDuplicatesHint),
        PreparationStep.Imputation => nameof(DataRoomText.PrepareImputationHint),
        _ => nameof(DataRoomText.PrepareGeolocationHint),
    }];

    public static string NameOf(PlaceKnown known) => known switch
    {
        PlaceKnown.Exact => nameof(DataRoomText.PlaceExact),
        PlaceKnown.Locality => nameof(DataRoomText.PlaceLocality),
        PlaceKnown.Cell => nameof(DataRoomText.PlaceCell),
        PlaceKnown.Coarse => nameof(DataRoomText.PlaceCoarse),
        PlaceKnown.StationPoint => nameof(DataRoomText.PlaceStationPoint),
        PlaceKnown.Station => nameof(DataRoomText.PlaceStation),
        PlaceKnown.District => nameof(DataRoomText.PlaceDistrict),
        _ => nameof(DataRoomText.PlaceState),
    };

    public static string NameOf(PlaceDoubt doubt) => doubt switch
    {
        PlaceDoubt.OutsideDistrict => nameof(DataRoomText.DoubtOutsideDistrict),
        PlaceDoubt.FarFromStation => nameof(DataRoomText.DoubtFarFromStation),
        _ => nameof(DataRoomText.DoubtOffCoast),
    };

    public static string NameOf(OpenValue open) => open switch
    {
        OpenValue.Time => nameof(DataRoomText.OpenTime),
        OpenValue.TimeWithinRange => nameof(DataRoomText.OpenTimeWithinRange),
        OpenValue.VictimAge => nameof(DataRoomText.OpenVictimAge),
        OpenValue.VictimGender => nameof(DataRoomText.OpenVictimGender),
        OpenValue.OffenderAge => nameof(DataRoomText.OpenOffenderAge),
        _ => nameof(DataRoomText.OpenOffenderGender),
    };
}
