using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>How far a step is; said aloud a tenth at a time.</summary>
public sealed partial class StepProgress
{
    private const int Percent = 100;
    private const int SpokenPercent = 10;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required UploadStep Step { get; set; }

    /// <summary>Bytes of the file.</summary>
    [Parameter, EditorRequired] public long Length { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private double? Share => Step.Share(Length);

    private string? ShareValue => Share?.ToString("0.###", CultureInfo.InvariantCulture);

    private string Label => Text[nameof(DataRoomText.ProgressLabel)];

    private string Doing => Text[(Step.State, Step.Stage) switch
    {
        (StepState.Waiting, _) => nameof(DataRoomText.ProgressWaiting),
        (_, ImportStage.Waiting) => nameof(DataRoomText.ProgressTurn),
        (_, ImportStage.Storing or ImportStage.Done) when Step.Kind == StepKind.Check => nameof(DataRoomText.ProgressComparing),
        (_, ImportStage.Storing or ImportStage.Done) => nameof(DataRoomText.ProgressStoring),
        _ => nameof(DataRoomText.ProgressReading),
    }];

    private string Line
    {
        get
        {
            List<string> parts = [Doing];
            if (Step.Rows > 0)
                parts.Add(Text[nameof(DataRoomText.ProgressRows), Format.Number(Step.Rows)]);
            if (Step.Left(Length, Time.GetUtcNow()) is { } left)
                parts.Add(Text[nameof(DataRoomText.ProgressLeft), Format.Duration(left)]);
            return string.Join(" · ", parts);
        }
    }

    private string Spoken => Share is { } share
        ? $"{Doing} {Format.Percent(Math.Floor(share * Percent / SpokenPercent) * SpokenPercent, 0)}"
        : Doing;
}
