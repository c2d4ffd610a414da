using System.Diagnostics;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary>Progress on standard error: one line, rewritten in a terminal; elsewhere a line per tenth of the file.</summary>
/// <param name="totalBytes">Of the file; 0 when unknown.</param>
internal sealed class ImportMeter(ImportTexts texts, long totalBytes, TextWriter output, bool isTerminal) : IProgress<ImportProgress>
{
    // Storing 1.2 million rows takes about as long as reading them; small files are done before anybody reads this.
    private const double StoringShare = 1.0;

    private static readonly TimeSpan s_refreshEvery = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch _clock = new();
    private TimeSpan _shownAt = TimeSpan.MinValue;
    private long _shownTenth = -1;
    private int _width;
    private string? _waitingFor;

    public void Report(ImportProgress value)
    {
        // What came before the first row, such as starting the database, says nothing about the rest.
        if (value.Stage != ImportStage.Waiting)
            _clock.Start();
        var percent = totalBytes <= 0 ? 0 : Math.Min(100, value.BytesRead * 100 / totalBytes);
        if (value.Stage == ImportStage.Done)
        {
            Clear();
            return;
        }

        if (value.Stage == ImportStage.Waiting)
        {
            ShowWaiting(value.WaitingFor);
            return;
        }

        if (value.Stage == ImportStage.Reading && !IsDue(percent))
            return;
        Show(value.Stage == ImportStage.Storing
            ? texts[nameof(ImportText.ProgressStoring), texts.Number(value.Rows), texts.Number(Seconds(_clock.Elapsed * StoringShare))]
            : totalBytes <= 0 ? texts[nameof(ImportText.ProgressReadingRows), texts.Number(value.Rows)]
            : texts[nameof(ImportText.ProgressReading), texts.Number(value.Rows), percent, texts.Number(Seconds(Left(percent)))]);
    }

    /// <summary>Takes the line away, so that what follows begins a line of its own.</summary>
    public void Clear()
    {
        if (isTerminal && _width > 0)
            output.Write('\r' + new string(' ', _width) + '\r');
        _width = 0;
    }

    private bool IsDue(long percent)
    {
        if (isTerminal)
        {
            if (_clock.Elapsed - _shownAt < s_refreshEvery && _shownAt != TimeSpan.MinValue)
                return false;
            _shownAt = _clock.Elapsed;
            return true;
        }

        if (percent / 10 == _shownTenth)
            return false;
        _shownTenth = percent / 10;
        return true;
    }

    private TimeSpan Left(long percent) =>
        percent == 0 ? TimeSpan.Zero : _clock.Elapsed * ((100.0 * (1 + StoringShare) - percent) / percent);

    // Once for each that is waited for: asking goes on four times a second.
    private void ShowWaiting(string? holder)
    {
        if (_waitingFor == holder)
            return;
        _waitingFor = holder;
        Show(string.IsNullOrEmpty(holder) ? texts[nameof(ImportText.ProgressWaitingForOther)] : texts[nameof(ImportText.ProgressWaiting), holder]);
    }

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);

    private void Show(string line)
    {
        output.Write(isTerminal ? '\r' + line.PadRight(_width) : line + Environment.NewLine);
        _width = Math.Max(_width, line.Length);
    }
}
