using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What would become of every row; nothing is changed by it.</summary>
public sealed partial class CheckStep
{
    private const double Percent = 100;

    // Then the file is of another country, not one with wrong points.
    private const double MostlyOutside = 0.9;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    [Parameter] public EventCallback<StepRequest> OnStart { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private UploadStep Step => Work[StepKind.Check]!;

    private string Doubt(ImportReport report)
    {
        var outside = report.Reasons.FirstOrDefault(reason => reason.Key == RejectReason.CoordinatesOutsideIndia).Value;
        return outside >= MostlyOutside * report.Rows
            ? Text[nameof(DataRoomText.StopOutside), Format.Percent(Percent * outside / report.Rows)]
            : Text[nameof(DataRoomText.StopRule), Format.Percent(Percent * report.Rejected / report.Rows)];
    }
}
