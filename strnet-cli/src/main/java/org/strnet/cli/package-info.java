/**
 * The commands. Arguments enter; results leave on standard output, everything else on standard
 * error, and an exit code: 0 done, 1 the program's fault, 2 bad input or usage. Commands that
 * screen never load LibTorch; only those that train import {@code org.strnet.training}.
 */
@NullMarked
package org.strnet.cli;

import org.jspecify.annotations.NullMarked;
