using System.Globalization;
using CrimeInsight.Core.Runs;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>The newest run: how it stands, how far it is, what it did, what to do about an error.</summary>
public sealed partial class JobRunCard
{
    private const int Percent = 100;

    [Inject] public required IStringLocalizer<JobsText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required TableWords Words { get; init; }

    [Inject] public required IEnumerable<RunCount> Counts { get; init; }

    [Parameter, EditorRequired] public required Run Run { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private string ShareValue => Run.Share!.Value.ToString("0.####", CultureInfo.InvariantCulture);

    private string ProgressText
    {
        get
        {
            var done = Text[nameof(JobsText.Progress), Format.Percent(Math.Floor(Run.Share!.Value * Percent), 0)].Value;
            return Run.TimeLeft is { } left ? $"{done} · {Text[nameof(JobsText.TimeLeft), Format.Duration(left)]}" : done;
        }
    }

    private string? Hint => Run.State switch
    {
        RunState.Waiting => Text[nameof(JobsText.HintWaiting)].Value,
        RunState.Interrupted => Text[nameof(JobsText.HintInterrupted)].Value,
        RunState.Failed => Text[nameof(JobsText.HintFailed)].Value,
        RunState.Cancelled => Text[nameof(JobsText.HintCancelled)].Value,
        _ => null,
    };

    private IEnumerable<(string Label, string Value)> Facts =>
    [
        (Text[nameof(JobsText.ColumnStarted)], Format.Instant(Run.StartedAt)),
        (Text[nameof(JobsText.ColumnDuration)], Run.BusyTime > TimeSpan.Zero ? Format.Duration(Run.BusyTime) : Format.NotAvailable),
        (Text[nameof(JobsText.ColumnOwner)], Run.Owner),
        (Text[nameof(JobsText.ColumnVersion)], Format.Number(Run.DataVersion)),
        .. Counts.Select(count => (Words.Text(count.Text), Format.Number(Run.Count(count.Name)))),
    ];
}
