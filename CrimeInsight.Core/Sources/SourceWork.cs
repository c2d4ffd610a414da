using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Sources;

/// <summary>What is done in one run of a source: take a file in, understand it, check it, and import it or leave it to its owner.</summary>
public sealed class SourceWork(SourceFiles files, SourceSteps steps, ISourceStore store, IUploadStore uploads, IMappingStore mappings)
{
    /// <returns>The run as it ended, and the mark of what was dealt with.</returns>
    /// <exception cref="SourceException"/>
    internal async Task<(SourceRun Run, bool IsGrowing)> DoAsync(Viewer viewer, Source source, SourceRun run, CancellationToken cancellationToken)
    {
        var mapping = await MappingAsync(viewer, source.Edit, cancellationToken).ConfigureAwait(false);
        if (run.UploadId is not { } id || await uploads.FindAsync(viewer, id, cancellationToken).ConfigureAwait(false) is not { } upload)
        {
            var (taken, isGrowing, isKnown) = await TakeAsync(viewer, source, run, cancellationToken).ConfigureAwait(false);
            if (taken.UploadId is not { } fresh || isKnown)
                return (taken, isGrowing);
            run = taken;
            upload = await uploads.FindAsync(viewer, fresh, cancellationToken).ConfigureAwait(false)
                ?? throw new SourceException(SourceProblem.Cancelled);
        }

        await uploads.SetMappingAsync(viewer, upload.Id, mapping?.Json, cancellationToken).ConfigureAwait(false);
        return (await JudgeAsync(viewer, source, run, upload, mapping, cancellationToken).ConfigureAwait(false), false);
    }

    private async Task<SavedMapping?> MappingAsync(Viewer viewer, SourceEdit edit, CancellationToken cancellationToken) => edit.MappingName is not { } name
        ? null
        : (await mappings.ListAsync(viewer, cancellationToken).ConfigureAwait(false)).FirstOrDefault(mapping => mapping.Name == name)
            ?? throw new SourceException(SourceProblem.MappingGone, name);

    private async Task<(SourceRun Run, bool IsGrowing, bool IsKnown)> TakeAsync(
        Viewer viewer, Source source, SourceRun run, CancellationToken cancellationToken)
    {
        var find = await files.OpenAsync(source.Edit, source.Mark, source.HiddenSecret, isTrial: false, cancellationToken).ConfigureAwait(false);
        if (find.Content is not { } content)
            return (run with { State = source.Edit.Kind == SourceKind.Web ? SourceRunState.Unchanged : SourceRunState.Nothing }, find.IsGrowing, true);
        KeptFile kept;
        await using (content.ConfigureAwait(false))
        {
            // What it is is known even when it cannot be kept.
            run = run with { FileName = UploadDesk.NameOf(content.Name), Mark = content.Mark };
            await store.NoteFileAsync(viewer, run, cancellationToken).ConfigureAwait(false);
            kept = await files.KeepAsync(content, cancellationToken).ConfigureAwait(false);
        }

        run = run with { Sha256 = kept.Sha256, UploadId = kept.Id };
        if (await store.IsKnownAsync(viewer, source.Id, kept.Sha256, cancellationToken).ConfigureAwait(false))
        {
            files.Discard(kept);
            return (run with { UploadId = null, State = SourceRunState.Unchanged }, false, true);
        }

        // The same content that failed before is tried anew; of its failures one is kept to be looked at.
        if (source.Last is { State: SourceRunState.Failed, UploadId: { } failed } last && last.Sha256 == kept.Sha256)
            await files.RemoveAsync(viewer, failed, cancellationToken).ConfigureAwait(false);
        await store.NoteFileAsync(viewer, run, cancellationToken).ConfigureAwait(false);
        await files.AddAsync(viewer, kept, run.FileName!, cancellationToken).ConfigureAwait(false);
        return (run, false, false);
    }

    private async Task<SourceRun> JudgeAsync(
        Viewer viewer, Source source, SourceRun run, Upload upload, SavedMapping? mapping, CancellationToken cancellationToken)
    {
        var request = new StepRequest(mapping?.Json, Updates: source.Edit.Updates);
        var understood = await DoneAsync(viewer, upload, StepKind.Understand, new StepRequest(), cancellationToken).ConfigureAwait(false);
        var sketch = StepReports.Read<FileSketch>(understood.ReportJson) ?? throw new SourceException(SourceProblem.Other);
        var checkedStep = await DoneAsync(viewer, upload, StepKind.Check, request, cancellationToken).ConfigureAwait(false);
        var check = StepReports.ReadImport(checkedStep) ?? throw new SourceException(SourceProblem.Other);
        run = run with { Counts = SourceCounts.Of(check) };
        var doubts = SourceVerdict.Of(sketch, check, mapping?.Fingerprint);
        if (check.Duplicates == check.Rows)
        {
            await files.RemoveAsync(viewer, upload.Id, cancellationToken).ConfigureAwait(false);
            return run with { UploadId = null, State = SourceRunState.Unchanged };
        }

        if (source.Edit.Act == SourceAct.Check || doubts.Count > 0)
            return run with { State = SourceRunState.Waits, Doubts = source.Edit.Act == SourceAct.Check ? [] : doubts };
        var imported = await DoneAsync(viewer, upload, StepKind.Import, request, cancellationToken).ConfigureAwait(false);
        var report = StepReports.ReadImport(imported) ?? throw new SourceException(SourceProblem.Other);
        return run with { State = SourceRunState.Imported, Counts = SourceCounts.Of(report), BatchId = report.BatchId };
    }

    private async Task<UploadStep> DoneAsync(Viewer viewer, Upload upload, StepKind kind, StepRequest request, CancellationToken cancellationToken)
    {
        var step = await steps.DoAsync(viewer, upload, kind, request, cancellationToken).ConfigureAwait(false);
        return step.State switch
        {
            StepState.Done => step,
            StepState.Cancelled => throw new SourceException(SourceProblem.Cancelled),
            _ => throw new SourceException(SourceTrouble.Of(step.Problem)),
        };
    }
}
