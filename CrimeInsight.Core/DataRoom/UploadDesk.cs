using System.Buffers;
using System.Security.Cryptography;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.DataRoom;

/// <summary>
/// Takes files in, in as many pieces as it takes. What counts is what lies on disk: after a broken link, or a process that was killed
/// in the middle of a piece, sending goes on behind the last byte that was written.
/// </summary>
public sealed class UploadDesk(IUploadStore uploads, IUploadFiles files, UploadRules rules, TimeProvider time)
{
    private const int BufferBytes = 128 * 1024;
    private const int MostNameLength = 200;
    private readonly UploadTurns _turns = new();

    public UploadRules Rules => rules;

    /// <summary>Begins an upload.</summary>
    public async Task<UploadOutcome> CreateAsync(Viewer viewer, string? fileName, long length, CancellationToken cancellationToken)
    {
        if (length > rules.MostBytes)
            return UploadOutcome.Refused(UploadRefusal.TooLarge);
        if (files.FreeBytes() - length < rules.LeastFreeBytes)
            return UploadOutcome.Refused(UploadRefusal.DiskFull);
        var upload = await uploads.AddAsync(viewer, Guid.CreateVersion7(), NameOf(fileName), length, Expiry(), cancellationToken).ConfigureAwait(false);
        files.Create(upload.Id);
        return new UploadOutcome(UploadRefusal.None, upload);
    }

    /// <summary>The upload as it stands; whoever still writes it is ended. Null when there is none.</summary>
    public async Task<Upload?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(viewer, id, cancellationToken).ConfigureAwait(false) is not { } upload || IsOver(upload))
            return null;
        if (upload.State != UploadState.Receiving)
            return upload;
        await _turns.EndAsync(id, cancellationToken).ConfigureAwait(false);
        return files.Exists(id) ? upload with { Received = Math.Min(files.LengthOf(id), upload.Length) } : null;
    }

    /// <summary>Takes bytes in behind those that are there. What came before a link broke is kept.</summary>
    /// <param name="offset">Where the sender says they begin.</param>
    /// <param name="bytes">How many the sender says they are; null when it does not say.</param>
    public async Task<UploadOutcome> ReceiveAsync(
        Viewer viewer, Guid id, long offset, Stream content, long? bytes, UploadChecksum? checksum, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(viewer, id, cancellationToken).ConfigureAwait(false) is not { } upload || IsOver(upload) || !files.Exists(id))
            return UploadOutcome.Refused(UploadRefusal.Unknown);
        if (upload.State != UploadState.Receiving)
            return UploadOutcome.Refused(offset == upload.Length ? UploadRefusal.TooMany : UploadRefusal.OffsetWrong, upload);
        using var turn = await _turns.TakeAsync(id, cancellationToken).ConfigureAwait(false);
        if (turn is null)
            return UploadOutcome.Refused(UploadRefusal.Busy, upload);
        Stream file;
        try
        {
            file = files.OpenToWrite(id);
        }
        catch (IOException)
        {
            // Another process of the same folder writes.
            return UploadOutcome.Refused(UploadRefusal.Busy, upload);
        }

        await using (file.ConfigureAwait(false))
        {
            var refusal = file.Length != offset ? UploadRefusal.OffsetWrong
                : offset + (bytes ?? 0) > upload.Length ? UploadRefusal.TooMany
                : await WriteAsync(file, content, upload.Length, checksum, turn.Stop.Token).ConfigureAwait(false);
            var standing = upload with { Received = file.Length, ExpiresAt = Expiry() };
            if (refusal is UploadRefusal.OffsetWrong or UploadRefusal.TooMany)
                return UploadOutcome.Refused(refusal, standing);
            // Whether or not the sender is still there.
            await uploads.AdvanceAsync(viewer, id, standing.Received, standing.ExpiresAt, CancellationToken.None).ConfigureAwait(false);
            return new UploadOutcome(refusal, standing);
        }
    }

    /// <summary>Takes a whole file in that comes by itself; nobody's until it is added.</summary>
    /// <param name="length">Bytes it has; null when that is not known.</param>
    /// <returns>The refusal, or what was kept.</returns>
    public async Task<(UploadRefusal Refusal, KeptFile? Kept)> KeepAsync(Stream content, long? length, CancellationToken cancellationToken)
    {
        if (length > rules.MostBytes)
            return (UploadRefusal.TooLarge, null);
        var id = Guid.CreateVersion7();
        files.Create(id);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        var refusal = UploadRefusal.Broken;
        try
        {
            var file = files.OpenToWrite(id);
            await using (file.ConfigureAwait(false))
            {
                refusal = await KeepAsync(file, content, buffer, hash, length ?? 0, cancellationToken).ConfigureAwait(false);
                if (refusal == UploadRefusal.None)
                    return (refusal, new KeptFile(id, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset())));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (refusal != UploadRefusal.None)
                files.Delete(id);
        }

        return (refusal, null);
    }

    /// <summary>Makes a file that was kept a person's upload.</summary>
    public async Task<Upload> AddAsync(Viewer viewer, KeptFile kept, string? fileName, CancellationToken cancellationToken)
    {
        var upload = await uploads.AddAsync(viewer, kept.Id, NameOf(fileName), kept.Length, Expiry(), cancellationToken).ConfigureAwait(false);
        await uploads.AdvanceAsync(viewer, kept.Id, kept.Length, upload.ExpiresAt, cancellationToken).ConfigureAwait(false);
        return upload with { Received = kept.Length, State = UploadState.Complete };
    }

    /// <summary>Deletes a file that was kept and is not wanted.</summary>
    public void Discard(KeptFile kept) => files.Delete(kept.Id);

    /// <summary>Ends an upload at whatever stage and deletes its file.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RemoveAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        if (!await uploads.RemoveAsync(viewer, id, cancellationToken).ConfigureAwait(false))
            return false;
        await _turns.EndAsync(id, cancellationToken).ConfigureAwait(false);
        files.Delete(id);
        return true;
    }

    /// <summary>Deletes uploads whose time is over, and files that no upload is known of.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var over = await uploads.PurgeAsync(cancellationToken).ConfigureAwait(false);
        // A file is made a moment after its upload is known.
        var old = files.Untouched(time.GetUtcNow() - TimeSpan.FromHours(1));
        var known = await uploads.KnownAsync(old, cancellationToken).ConfigureAwait(false);
        Guid[] gone = [.. over.Concat(old.Except(known)).Distinct()];
        foreach (var id in gone)
            files.Delete(id);
        return gone.Length;
    }

    private static async Task<UploadRefusal> WriteAsync(
        Stream file, Stream content, long length, UploadChecksum? checksum, CancellationToken cancellationToken)
    {
        var begin = file.Length;
        file.Position = begin;
        using var hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var refusal = await CopyAsync(file, content, length, buffer, hash, cancellationToken).ConfigureAwait(false);
            if (hash is not null && !hash.GetHashAndReset().AsSpan().SequenceEqual(checksum!.Hash))
            {
                file.SetLength(begin);
                return refusal == UploadRefusal.None ? UploadRefusal.ChecksumWrong : refusal;
            }

            await file.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return refusal;
        }
        catch (IOException)
        {
            // Reading is looked after below; what fails here is the disk.
            return UploadRefusal.DiskFull;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<UploadRefusal> KeepAsync(
        Stream file, Stream content, byte[] buffer, IncrementalHash hash, long length, CancellationToken cancellationToken)
    {
        const long LookEvery = 64L << 20;
        var look = 0L;
        while (true)
        {
            if (file.Position >= look)
            {
                // Whoever does not say how much it is may fill the disk.
                if (files.FreeBytes() - Math.Max(length - file.Position, 0) < rules.LeastFreeBytes)
                    return UploadRefusal.DiskFull;
                look = file.Position + LookEvery;
            }

            var read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return UploadRefusal.None;
            if (file.Position + read > rules.MostBytes)
                return UploadRefusal.TooLarge;
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<UploadRefusal> CopyAsync(
        Stream file, Stream content, long length, byte[] buffer, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        while (true)
        {
            int read;
            try
            {
                read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException)
            {
                return UploadRefusal.Broken;
            }

            if (read == 0)
                return UploadRefusal.None;
            var taken = (int)Math.Min(read, length - file.Position);
            hash?.AppendData(buffer, 0, taken);
            await file.WriteAsync(buffer.AsMemory(0, taken), CancellationToken.None).ConfigureAwait(false);
            if (taken < read)
                return UploadRefusal.TooMany;
        }
    }

    private DateTimeOffset Expiry() => time.GetUtcNow() + rules.Keep;

    private bool IsOver(Upload upload) => upload.ExpiresAt <= time.GetUtcNow();

    /// <summary>A name and nothing of a path, however the sender's system writes paths.</summary>
    public static string NameOf(string? fileName)
    {
        var name = (fileName ?? "").Split('/', '\\')[^1];
        name = string.Concat(name.Where(letter => !char.IsControl(letter))).Trim();
        return name.Length == 0 || name.All(letter => letter == '.') ? "upload" : name.Length <= MostNameLength ? name : name[^MostNameLength..];
    }
}
