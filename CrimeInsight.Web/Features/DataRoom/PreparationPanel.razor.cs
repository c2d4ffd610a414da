using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What each step of preparing did, with what values were and became.</summary>
public sealed partial class PreparationPanel
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    /// <summary>Which rows would have which features; null when nobody has counted.</summary>
    [Parameter] public FeatureReport? Features { get; set; }

    [Parameter, EditorRequired] public required PreparationReport Report { get; set; }

    /// <summary>Whose lists of changed rows can be downloaded; null: there are none.</summary>
    [Parameter] public Guid? Upload { get; set; }

    private string Standing(PreparedStep step) => step.IsOn || step is { Step: PreparationStep.Duplicates, Rows: > 0 }
        ? Text[nameof(DataRoomText.QuestionRows), Format.Number(step.Rows)]
        : Text[nameof(DataRoomText.PrepareOff)];

    private IEnumerable<FigureTable> TablesOf(PreparedStep step)
    {
        if (step.Samples.Length > 0)
            yield return PreparationTables.Samples(step);
        if (step.Step == PreparationStep.Imputation && Report.Open.Length > 0)
            yield return PreparationTables.Open(Report);
        if (step.Step == PreparationStep.Geolocation && Report.Places.Length > 0)
            yield return PreparationTables.Places(Report);
        if (step.Step == PreparationStep.Geolocation && Report.Doubts.Length > 0)
            yield return PreparationTables.Doubts(Report);
    }

    private string? ListOf(PreparedStep step) => Upload is not { } upload || step.Rows == 0 ? null
        : step.Step == PreparationStep.Duplicates ? CheckRowsSource.Address(upload, OutcomeKind.Duplicate)
        : PreparedRowsSource.Address(upload, step.Step);
}
