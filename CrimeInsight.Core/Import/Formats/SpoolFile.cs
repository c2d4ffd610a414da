namespace CrimeInsight.Core.Import.Formats;

/// <summary>A copy of what can be read only once, for formats that must be read from their end. It vanishes when it is closed.</summary>
internal static class SpoolFile
{
    public const long MostBytes = 4L << 30;
    private const int BlockBytes = 256 * 1024;

    /// <summary>An empty one.</summary>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"crimeinsight-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <exception cref="ImportRefusedException">It is larger than <see cref="MostBytes"/>.</exception>
    public static FileStream Of(Stream content)
    {
        var file = Create();
        try
        {
            var block = new byte[BlockBytes];
            while (content.Read(block) is > 0 and var read)
            {
                if (file.Length + read > MostBytes)
                    throw new ImportRefusedException(FileProblem.TooLarge);
                file.Write(block.AsSpan(0, read));
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
