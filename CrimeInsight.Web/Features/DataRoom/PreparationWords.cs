using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What steps of preparing rows are called.</summary>
internal static class PreparationWords
{
    /// <summary>Those that can be switched off.</summary>
    public static IReadOnlyList<PreparationStep> Switches { get; } = [.. Enum.GetValues<PreparationStep>().Where(step => step != PreparationStep.Forms)];

    public static string NameOf(IStringLocalizer<DataRoomText> text, PreparationStep step) => text[step switch
    {
        PreparationStep.Cleansing => nameof(DataRoomText.PrepareCleansing),
        PreparationStep.Forms => nameof(DataRoomText.PrepareForms),
        PreparationStep.Names => nameof(DataRoomText.PrepareNames),
        _ => nameof(DataRoomText.PrepareCategories),
    }];

    public static string HintOf(IStringLocalizer<DataRoomText> text, PreparationStep step) => text[step switch
    {
        PreparationStep.Cleansing => nameof(DataRoomText.PrepareCleansingHint),
        PreparationStep.Forms => nameof(DataRoomText.PrepareFormsHint),
        PreparationStep.Names => nameof(DataRoomText.PrepareNamesHint),
        _ => nameof(DataRoomText.PrepareCategoriesHint),
    }];

    public static string NameOf(LocationPrecision precision) => precision switch
    {
        LocationPrecision.Exact => nameof(DataRoomText.PlaceExact),
        LocationPrecision.Locality => nameof(DataRoomText.PlaceLocality),
        LocationPrecision.Cell => nameof(DataRoomText.PlaceCell),
        LocationPrecision.Station => nameof(DataRoomText.PlaceStation),
        LocationPrecision.District => nameof(DataRoomText.PlaceDistrict),
        _ => nameof(DataRoomText.PlaceNone),
    };
}
