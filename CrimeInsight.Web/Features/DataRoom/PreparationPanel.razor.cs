using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What each step of preparing did, with what values were and became.</summary>
public sealed partial class PreparationPanel
{
    private const double Percent = 100;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required PreparationReport Report { get; set; }

    // Points that analyses by place can use.
    private double PointPercent =>
        Percent * Report.Places.Where(share => share.Precision <= LocationPrecision.Cell).Sum(share => share.Rows) / Report.Places.Sum(share => share.Rows);

    private string Standing(PreparedStep step) =>
        step.IsOn ? Text[nameof(DataRoomText.QuestionRows), Format.Number(step.Rows)] : Text[nameof(DataRoomText.PrepareOff)];
}
