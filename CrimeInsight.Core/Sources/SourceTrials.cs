using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Sources;

/// <summary>Tries sources: reads and understands, and keeps nothing.</summary>
public sealed class SourceTrials(SourceFiles files, IUploadFiles disk, IMappingAdviser adviser, IMappingStore mappings)
{
    /// <returns>Null: there is no file.</returns>
    /// <exception cref="SourceException"/>
    /// <exception cref="ImportRefusedException"/>
    public async Task<SourceTrial?> TryAsync(Viewer viewer, SourceEdit edit, string? hiddenSecret, CancellationToken cancellationToken)
    {
        var find = await files.OpenAsync(edit, null, hiddenSecret, isTrial: true, cancellationToken).ConfigureAwait(false);
        if (find.Content is not { } content)
            return null;
        KeptFile kept;
        await using (content.ConfigureAwait(false))
            kept = await files.KeepAsync(content, cancellationToken).ConfigureAwait(false);
        try
        {
            var sketch = await SketchAsync(viewer, kept, cancellationToken).ConfigureAwait(false);
            var mapping = (await mappings.ListAsync(viewer, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Name == edit.MappingName);
            return new SourceTrial(UploadDesk.NameOf(content.Name), kept.Length, sketch, mapping is null ? [] : MappingDraft.Parse(mapping.Json).NotIn(sketch));
        }
        finally
        {
            files.Discard(kept);
        }
    }

    private async Task<FileSketch> SketchAsync(Viewer viewer, KeptFile kept, CancellationToken cancellationToken)
    {
        var stream = disk.OpenToRead(kept.Id);
        await using (stream.ConfigureAwait(false))
        {
            var advice = await adviser.SuggestAsync(stream, ImportMapping.DefaultSource, viewer, null, null, null, cancellationToken).ConfigureAwait(false);
            return await Task.Run(() => FileSketcher.Read(stream, null, advice, new StepMeter(), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }
}
